package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.route.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the data folder full at random moments: while it is asked, sealed, delivered and noted. */
@Tag("chaos")
class FullDiskTrialTest {

    private static final int FILLS = Integer.getInteger("chaos.fills", 60);

    private static final Duration EVERY = Duration.ofSeconds(10);

    /** After so many it is given time to make up for all, so that no more is missed than is made up for. */
    private static final int FILLS_PER_RECOVERY = 10;

    private static final int LONGEST_MILLIS = 6000;
    private static final int MOST_ROWS = 1000;
    private static final int MOST_BYTES_LEFT = 1 << 18;

    private final long seed = Long.getLong("chaos.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @TempDir
    private Path folder;

    @Test
    void allGoesOnOnceThereIsSpaceAgain(TestReporter reporter) throws Exception {
        reporter.publishEntry("seed", Long.toString(seed));
        reporter.publishEntry("full", FILLS + " times");
        try (SmallDisk disk = SmallDisk.at(folder.resolve("data"), "256m");
                Trial trial = new Trial(Peers.own(folder, EVERY))) {
            trial.firstLife();
            List<String> ofTheDead = unknownFiles();
            String said;
            Checker checker;
            try (Life life = trial.next(List.of())) {
                await().atMost(Trial.PATIENCE).until(life::watches);
                for (int number = 1; number <= FILLS; number++) {
                    fillAndFree(disk, trial);
                    if (number % FILLS_PER_RECOVERY == 0 || number == FILLS) {
                        makeUpForAll(trial, life);
                    }
                }
                checker = trial.end(life);
                said = Files.readString(life.said());
            }

            reporter.publishEntry(checker.check(trial.reader));
            assertThat(checker.repeatedMails()).isZero();
            assertThat(said).contains("Runs stay as they are meanwhile and go on by themselves");
            assertThat(said.lines().filter(line -> line.startsWith("\tat "))).isEmpty();
            assertThat(unknownFiles())
                    .as("besides what the first life left, which was killed")
                    .isSubsetOf(ofTheDead);
        }
    }

    private void fillAndFree(SmallDisk disk, Trial trial) throws IOException, InterruptedException {
        trial.peers.answerWith(random.nextInt(1, MOST_ROWS));
        // Not waits for something: the moment and how long it lasts are what is tried.
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_MILLIS));
        disk.fill(random.nextInt(MOST_BYTES_LEFT));
        TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_MILLIS));
        disk.free();
    }

    private static void makeUpForAll(Trial trial, Life life) throws IOException {
        try {
            await().atMost(Trial.PATIENCE).until(trial::isUpToDate);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "not over: %s; said: %s".formatted(trial.unfinished(), Files.readString(life.said())), e);
        }
    }

    /** What lies in the folders of runs and in no row of the ledger. */
    private List<String> unknownFiles() throws IOException {
        Path data = folder.resolve("data");
        if (!Files.exists(data.resolve("runs"))) {
            return List.of();
        }
        Set<String> known = LedgerLines.in(data).files();
        try (Stream<Path> files = Files.walk(data.resolve("runs"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> data.relativize(file).toString())
                    .filter(file -> !known.contains(file))
                    .toList();
        }
    }
}
