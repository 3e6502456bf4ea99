package com.giosg.chatreports.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;

/** The kinds of sink: a Kamelet each. A Kamelet is read when its kind is asked for the first time. */
public final class SinkKinds {

    private static final String ENDING = "-sink.kamelet.yaml";

    private final Map<String, Path> files;
    private final Map<String, SinkKind> read = new HashMap<>();

    private SinkKinds(Map<String, Path> files) {
        this.files = files;
    }

    /**
     * Every {@code <kind>-sink.kamelet.yaml} of a folder.
     *
     * @throws UncheckedIOException when the folder cannot be listed
     */
    public static SinkKinds in(Path folder) {
        Map<String, Path> files = new HashMap<>();
        try (Stream<Path> list = Files.list(folder)) {
            list.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .forEach(file -> files.put(kind(file), file));
        } catch (IOException e) {
            throw new UncheckedIOException("the sinks in %s cannot be listed".formatted(folder), e);
        }
        return new SinkKinds(files);
    }

    private static String kind(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }

    /** In alphabetical order. */
    public List<String> names() {
        return files.keySet().stream().sorted().toList();
    }

    /**
     * The kind of this name.
     *
     * @throws ConfigurationProblems when its Kamelet is broken
     */
    public Optional<SinkKind> find(String name) {
        return Optional.ofNullable(files.get(name)).map(file -> read.computeIfAbsent(name, kind -> read(kind, file)));
    }

    private static SinkKind read(String kind, Path file) {
        Problems problems = new Problems(file.toString());
        Reading reading = new Reading(problems, problems, new PropertyFunctions(Map.of()));
        Optional<Node> root = YamlDocument.read(file, problems);
        problems.throwIfAny();
        SinkKind read = new KameletReader(Value.root(root.orElseThrow(), reading)).read(kind);
        problems.throwIfAny();
        return read;
    }
}
