package com.giosg.chatreports.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * One YAML 1.2 document as nodes with their places; what cannot be read is a problem.
 *
 * <p>The parser's own messages quote the line at fault, which may hold a secret, so only its words and place are used.
 */
final class YamlDocument {

    /** Far above any configuration; what is larger was named by mistake. Code points. */
    private static final int LARGEST = 1 << 20;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setSchema(new CoreSchema())
            .setCodePointLimit(LARGEST)
            .build();

    private YamlDocument() {}

    /** The root of a file; empty when a problem was added. */
    static Optional<Node> read(Path file, Problems problems) {
        return text(file, problems).flatMap(text -> parse(text, problems));
    }

    /** The root of a text; empty when a problem was added. */
    static Optional<Node> parse(String text, Problems problems) {
        try {
            Optional<Node> root =
                    new Composer(SETTINGS, new PlainParser(SETTINGS, new StreamReader(SETTINGS, text))).getSingleNode();
            if (root.isEmpty()) {
                problems.add(Place.WHOLE_FILE, "", "the file is empty");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            problems.add(Place.of(e.getProblemMark().or(e::getContextMark)), "", words(e));
        } catch (ReaderException e) {
            problems.add(
                    Place.ofCodePoint(text, e.getPosition()),
                    "",
                    "the character U+%04X is not allowed in YAML".formatted(e.getCodePoint()));
        } catch (YamlEngineException e) {
            problems.add(Place.WHOLE_FILE, "", "is not YAML that can be read: " + e.getMessage());
        }
        return Optional.empty();
    }

    private static Optional<String> text(Path file, Problems problems) {
        if (Files.isDirectory(file)) {
            problems.add(
                    Place.WHOLE_FILE, "", "is a folder; name the file in it, e.g. " + file.resolve("reports.yaml"));
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            problems.add(Place.WHOLE_FILE, "", "there is no such file");
        } catch (CharacterCodingException e) {
            problems.add(Place.WHOLE_FILE, "", "is not a UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            problems.add(
                    Place.WHOLE_FILE,
                    "",
                    "the file cannot be read (%s)".formatted(e.getClass().getSimpleName()));
        }
        return Optional.empty();
    }

    private static String words(MarkedYamlEngineException e) {
        if (e.getProblem().contains("tag handle")) {
            // These words are followed by the text at fault.
            return PlainParser.NO_TAGS;
        }
        if (e.getProblem().contains("'\\t(TAB)'")) {
            return "is not YAML: a tab cannot indent a line; indent with spaces";
        }
        // The words may quote a line break.
        String problem = e.getProblem().replaceAll("\\s+", " ");
        return e instanceof PlainParser.Refusal ? problem : "is not YAML: " + context(e) + problem;
    }

    /** Where what is wrong began, e.g. the quotation mark that is never closed. */
    private static String context(MarkedYamlEngineException e) {
        return e.getContext() == null
                ? ""
                : "%s that starts on line %d, "
                        .formatted(e.getContext(), Place.of(e.getContextMark()).line());
    }
}
