package com.giosg.chatreports.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens to a file: it is read, or what is wrong with it is said in words. */
class DamagedConfigurationTest {

    private static final int TRIES = 1000;

    @Test
    void isReadOrExplained() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] whole = Files.readAllBytes(ReadingForTests.CASES.resolve("as-designed/reports.yaml"));
        try (FileSystem memory = Jimfs.newFileSystem()) {
            Path file = memory.getPath("reports.yaml");
            ConfigurationReader reader = ReadingForTests.reader(Path.of("."));
            for (int attempt = 0; attempt < TRIES; attempt++) {
                Files.write(file, damaged(whole, random));
                assertReadOrExplained(reader, file, "seed %d, attempt %d".formatted(seed, attempt));
            }
        }
    }

    private static void assertReadOrExplained(ConfigurationReader reader, Path file, String which) {
        try {
            reader.read(file, ReadingForTests.NOW);
        } catch (ConfigurationProblems explained) {
            assertThat(explained.problems()).as(which).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.message()).isNotBlank().hasLineCount(1).hasSizeLessThan(600);
                assertThat(problem.message()).doesNotContain(ReadingForTests.CANARY, "Exception", "null");
            });
        } catch (RuntimeException | StackOverflowError e) {
            fail(which, e);
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] damaged = whole.clone();
        return switch (random.nextInt(5)) {
            case 0 -> Arrays.copyOf(damaged, random.nextInt(damaged.length));
            case 1 -> withRandomBytes(damaged, random);
            case 2 -> withRandomLetters(damaged, random);
            case 3 -> withSwappedLines(damaged, random);
            default -> withoutALine(damaged, random);
        };
    }

    private static byte[] withRandomBytes(byte[] bytes, Random random) {
        for (int change = random.nextInt(5); change >= 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** Letters that mean something to YAML, so that more of the damaged files are still YAML. */
    private static byte[] withRandomLetters(byte[] bytes, Random random) {
        byte[] letters = "{}[]:,#&*!|>'\"%@`?- \n\t$x0".getBytes(StandardCharsets.US_ASCII);
        for (int change = random.nextInt(3); change >= 0; change--) {
            bytes[random.nextInt(bytes.length)] = letters[random.nextInt(letters.length)];
        }
        return bytes;
    }

    private static byte[] withSwappedLines(byte[] bytes, Random random) {
        List<String> lines = lines(bytes);
        Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] withoutALine(byte[] bytes, Random random) {
        List<String> lines = lines(bytes);
        lines.remove(random.nextInt(lines.size()));
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> lines(byte[] bytes) {
        return new ArrayList<>(new String(bytes, StandardCharsets.UTF_8).lines().toList());
    }
}
