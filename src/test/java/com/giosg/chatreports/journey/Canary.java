package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a secret wherever the application leaves something behind, and for stack traces where people read. */
final class Canary {

    private Canary() {}

    static void assertNowhere(String secret, Journey.Outcome outcome, Path folder) throws IOException {
        assertThat(outcome.out()).doesNotContain(secret).doesNotContain("\tat ");
        assertThat(outcome.err()).doesNotContain(secret).doesNotContain("\tat ");
        for (Path file : files(folder)) {
            assertThat(file.toString()).doesNotContain(secret);
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as("content of %s", file)
                    .doesNotContain(secret);
        }
    }

    /** Every file below the folder. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}
