package com.giosg.chatreports.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files that an application is made of, as they were at one time: the configuration, templates, languages and routes. What
 * the configuration refers to besides, such as files with secrets, is not among them.
 *
 * @param contents a hash of each, by its name
 * @param changed when each was written last
 */
record Sources(Map<String, String> contents, Map<String, Instant> changed) {

    private static final List<String> FOLDERS = List.of("templates", "routes");

    /** Not what editors keep beside a file while it is edited. */
    private static final Pattern NAME = Pattern.compile("[^.].*\\.(ftlh?|yaml|yml)");

    /**
     * As they are now.
     *
     * @param home the folder with {@code routes}, {@code templates} and {@code config}
     * @param configuration the file {@code reports.yaml}
     */
    static Sources of(Path home, Path configuration) {
        Sources sources = new Sources(new TreeMap<>(), new TreeMap<>());
        sources.add(configuration.toString(), configuration);
        Path camel = home.resolve("config").resolve("camel.properties");
        sources.add(name(home, camel), camel);
        for (String folder : FOLDERS) {
            try (Stream<Path> files = Files.walk(home.resolve(folder))) {
                files.filter(file -> NAME.matcher(file.getFileName().toString()).matches())
                        .forEach(file -> sources.add(name(home, file), file));
            } catch (IOException | UncheckedIOException e) {
                // It was there a moment ago: what is not there any more has changed.
                sources.contents.put(folder, "unreadable");
            }
        }
        return sources;
    }

    private static String name(Path home, Path file) {
        return home.relativize(file).toString();
    }

    private void add(String name, Path file) {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            contents.put(name, hash(Files.readAllBytes(file)));
            changed.put(name, Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            contents.put(name, "unreadable");
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    boolean isSame(Sources other) {
        return contents.equals(other.contents);
    }

    /** The names of those that are other than before, have come or gone. */
    List<String> differencesFrom(Sources before) {
        TreeSet<String> names = new TreeSet<>(contents.keySet());
        names.addAll(before.contents.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(contents.get(name), before.contents.get(name)))
                .toList();
    }

    /** When the last of these was written; of one that is gone nobody knows. */
    Optional<Instant> lastChange(List<String> names) {
        return names.stream().map(changed::get).filter(Objects::nonNull).max(Instant::compareTo);
    }
}
