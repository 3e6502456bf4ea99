package com.giosg.chatreports.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What an operator reads about a configuration. A case is a folder with {@code reports.yaml} and either
 * {@code problems.txt} or {@code notes.txt}; a new case is a new folder.
 */
class ConfigurationCasesTest {

    @TestFactory
    Stream<DynamicTest> saysWhatTheCaseExpects() throws IOException {
        try (Stream<Path> folders = Files.list(ReadingForTests.CASES)) {
            List<Path> sorted = folders.sorted().toList();
            return sorted.stream()
                    .map(folder -> dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws IOException {
        String said = said(folder.resolve("reports.yaml"));
        boolean wrong = Files.exists(folder.resolve("problems.txt"));
        assertThat(said).isEqualTo(Files.readString(folder.resolve(wrong ? "problems.txt" : "notes.txt")));
        assertThat(said).doesNotContain(ReadingForTests.CANARY + "-");
    }

    /** Without the folder, which is the same for all. */
    private static String said(Path file) {
        String folder = file.getParent() + file.getFileSystem().getSeparator();
        try {
            List<Problem> notes = ReadingForTests.read(file).notes();
            return notes.isEmpty() ? "" : (Problem.table(notes) + "\n").replace(folder, "");
        } catch (ConfigurationProblems problems) {
            return (problems.getMessage() + "\n").replace(folder, "");
        }
    }
}
