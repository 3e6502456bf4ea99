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

/** So many kills at random moments, and what has to have come of everything afterwards, whoever the peers are. */
final class KillTrial {

    static final Duration EVERY = Duration.ofSeconds(5);

    /** One life of so many goes on until nothing is left to do. */
    private static final int LIVES_PER_RECOVERY = 10;

    private static final int LONGEST_LIFE_MILLIS = 8000;
    private static final int MOST_ROWS = 5400;

    private final String name;
    private final int kills;
    private final SplittableRandom random;
    private final List<Duration> recoveries = new ArrayList<>();

    /** @param name what the figures are printed under */
    KillTrial(String name, int kills) {
        long seed = Long.getLong("chaos.seed", System.nanoTime());
        System.out.printf(Locale.ROOT, "%s: %d kills, seed %d%n", name, kills, seed);
        this.name = name;
        this.kills = kills;
        this.random = new SplittableRandom(seed);
    }

    void withstand(Peers peers) throws Exception {
        try (Trial trial = new Trial(peers)) {
            trial.firstLife();
            for (int number = 1; number <= kills; number++) {
                liveAndDie(trial, number);
            }
            Checker checker = trial.lastLife();

            checker.check(trial.reader);
            assertThat(checker.repeatedMails()).isLessThanOrEqualTo(kills);
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

    private void report(Checker checker, Reader reader) throws IOException {
        System.out.printf(
                Locale.ROOT,
                "%s: %d kills: %d runs planned and done, %d deliveries confirmed, 0 lost, 0 with wrong bytes, "
                        + "0 unfinished files in %d looks, %d mails repeated, %d recoveries within %.1f s%n",
                name,
                kills,
                checker.runs().size(),
                checker.deliveries().size(),
                reader.looks(),
                checker.repeatedMails(),
                recoveries.size(),
                recoveries.stream().mapToLong(Duration::toMillis).max().orElse(0) / 1000.0);
    }
}
