package com.giosg.chatreports.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Everything that readers are shown: what is approved, and what tests of pages and mails left behind. */
final class Shown {

    private static final Path RESOURCES = Path.of("src/test/resources");

    /** Mails with their pictures in them, from {@code ChartsInMailsTest}. */
    static final Path MAILS = Path.of("target/mails");

    /** From {@code HtmlPageTest}. */
    static final Path PAGES = Path.of("target/pages");

    private Shown() {}

    /** HTML files; those of mails are fit for a browser. */
    static List<Path> all() throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : List.of(
                PAGES,
                MAILS,
                RESOURCES.resolve("simulated-week"),
                RESOURCES.resolve("pages"),
                RESOURCES.resolve("looks"))) {
            all.addAll(in(folder));
        }
        return all;
    }

    private static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException(
                    "nothing in %s: the tests that make pages and mails come first, as in mvn verify -Ppictures"
                            .formatted(folder));
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .filter(file -> !file.toString().endsWith(".told.html"))
                    .sorted()
                    .toList();
        }
    }
}
