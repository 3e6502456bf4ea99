package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application under {@code kill -9} at random moments: while it starts, asks, seals, delivers and recovers. */
@Tag("chaos-short")
class KillTest {

    private static final int KILLS = Integer.getInteger("chaos.kills", 30);

    private static final Duration EVERY = Duration.ofSeconds(5);

    /** One life of so many goes on until nothing is left to do. */
    private static final int LIVES_PER_RECOVERY = 10;

    private static final int LONGEST_LIFE_MILLIS = 8000;
    private static final int MOST_ROWS = 5400;

    private final long seed = Long.getLong("chaos.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @TempDir
    private Path folder;

    private final List<Duration> recoveries = new ArrayList<>();

    @Test
    void whatFellDueArrivesThoughTheProcessIsKilledAgainAndAgain() throws Exception {
        System.out.printf(Locale.ROOT, "chaos: %d kills, seed %d%n", KILLS, seed);
        try (Trial trial = new Trial(folder, EVERY)) {
            trial.firstLife();
            for (int number = 1; number <= KILLS; number++) {
                liveAndDie(trial, number);
            }
            Checker checker = trial.lastLife();

            checker.check(trial.reader);
            assertThat(checker.repeatedMails()).isLessThanOrEqualTo(KILLS);
            report(checker, trial.reader);
        }
    }

    private void liveAndDie(Trial trial, int number) throws IOException, InterruptedException {
        trial.peers.answerWith(random.nextInt(1, MOST_ROWS));
        Set<String> left = trial.unfinished();
        long born = System.nanoTime();
        try (Life life = trial.next(List.of())) {
            if (!left.isEmpty() && recoveries.size() * LIVES_PER_RECOVERY < number) {
                await().atMost(Trial.PATIENCE)
                        .until(() -> trial.unfinished().stream().noneMatch(left::contains));
                recoveries.add(Duration.ofNanos(System.nanoTime() - born));
                await().atMost(Trial.PATIENCE).until(trial::isUpToDate);
            } else {
                // Not a wait for something: the moment of death is what is tried.
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            }
            life.kill();
        }
    }

    private void report(Checker checker, Reader reader) {
        System.out.printf(
                Locale.ROOT,
                "chaos: %d kills: %d runs planned and done, %d deliveries confirmed, 0 lost, 0 with wrong bytes, "
                        + "0 unfinished files in %d looks, %d mails repeated, %d recoveries within %.1f s%n",
                KILLS,
                checker.runs().size(),
                checker.deliveries().size(),
                reader.looks(),
                checker.repeatedMails(),
                recoveries.size(),
                recoveries.stream().mapToLong(Duration::toMillis).max().orElse(0) / 1000.0);
    }
}
