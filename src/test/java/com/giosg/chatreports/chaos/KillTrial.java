package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.TestReporter;

/** So many kills at random moments, and what has to have come of everything afterwards, whoever the peers are. */
final class KillTrial {

    static final Duration EVERY = Duration.ofSeconds(5);

    /** One life of so many goes on until nothing is left to do. */
    private static final int LIVES_PER_RECOVERY = 10;

    private static final int LONGEST_LIFE_MILLIS = 8000;
    private static final int MOST_ROWS = 5400;

    private final int kills;
    private final TestReporter reporter;
    private final SplittableRandom random;
    private final List<Duration> recoveries = new ArrayList<>();

    KillTrial(int kills, TestReporter reporter) {
        long seed = Long.getLong("chaos.seed", System.nanoTime());
        reporter.publishEntry("seed", Long.toString(seed));
        reporter.publishEntry("kills", Integer.toString(kills));
        this.kills = kills;
        this.reporter = reporter;
        this.random = new SplittableRandom(seed);
    }

    void withstand(Peers peers) throws Exception {
        try (Trial trial = new Trial(peers)) {
            trial.firstLife();
            for (int number = 1; number <= kills; number++) {
                liveAndDie(trial, number);
            }
            Checker checker = trial.lastLife();

            reporter.publishEntry(checker.check(trial.reader));
            assertThat(checker.repeatedMails()).isLessThanOrEqualTo(kills);
            reporter.publishEntry("recoveries", recoveries());
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

    private String recoveries() {
        long slowest = recoveries.stream().mapToLong(Duration::toMillis).max().orElse(0);
        return String.format(Locale.ROOT, "%d, within %.1f s", recoveries.size(), slowest / 1000.0);
    }
}
