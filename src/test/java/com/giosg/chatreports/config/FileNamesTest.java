package com.giosg.chatreports.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            weekly-acme-2020-10-24_2020-11-01.csv | weekly-acme-2020-10-24_2020-11-01.csv
            Häämeenlinna ışık 報告.csv            | Häämeenlinna ışık 報告.csv
            ../../etc/passwd                      | -..-etc-passwd
            ..                                    | -
            . .                                   | -
            C:\\Windows                           | C--Windows
            a/b\\c:d*e?f"g<h>i                    | a-b-c-d-e-f-g-h-i
            .hidden                               | hidden
            """)
    void areMadeOfAClosedAlphabet(String text, String name) {
        assertThat(FileNames.safe(text)).isEqualTo(name);
    }

    @Test
    void areExpandedBeforeTheyAreMadeSafe() {
        Placeholders placeholders = new Placeholders("weekly", "../acme", "2020-10-24", "csv", "", "");
        assertThat(FileNames.of("{organization} {report}-{window}.{format}", placeholders))
                .isEqualTo("-acme weekly-2020-10-24.csv");
    }

    @Test
    void haveNoControlCharacters() {
        assertThat(FileNames.safe("a\0b\nc\u202ed")).isEqualTo("a-b-c-d");
    }

    @Test
    void keepTheirEndingWhenTheyAreCut() {
        assertThat(FileNames.safe("x".repeat(300) + ".ndjson")).hasSize(200).endsWith("x.ndjson");
        assertThat(FileNames.safe("x".repeat(300))).hasSize(200);
    }

    @Test
    void stayInTheirFolderWhateverTheyAreMadeOf() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path folder = Path.of("out").toAbsolutePath();
        for (int attempt = 0; attempt < 5000; attempt++) {
            String name = FileNames.safe(text(random));
            assertThat(name.getBytes(StandardCharsets.UTF_8))
                    .as("seed %d", seed)
                    .hasSizeBetween(1, 200);
            assertThat(folder.resolve(name).normalize().getParent())
                    .as("seed %d", seed)
                    .isEqualTo(folder);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../{report}.csv", "/tmp/{report}.csv", "a\\b", ".csv", "a\0", "{raport}", "${report}"})
    void areRefusedAsPatternsThatLeaveTheFolder(String pattern) {
        assertThat(FileNames.problem(pattern)).isPresent();
    }

    private static String text(Random random) {
        String hostile = "../\\\0\n:*?ä報😀 x";
        return random.ints(random.nextInt(300), 0, hostile.codePointCount(0, hostile.length()))
                .map(index -> hostile.codePoints().skip(index).findFirst().orElseThrow())
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
