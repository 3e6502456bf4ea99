package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application under {@code kill -9} at random moments: while it starts, asks, seals, delivers and recovers. */
class KillTest {

    private static final int KILLS = Integer.getInteger("chaos.kills", 30);

    /** After so many kills a life goes on until what was left to it is done. */
    private static final int RECOVERIES_EVERY = 10;

    private static final int LONGEST_LIFE_MILLIS = 8000;
    private static final int MOST_ROWS = 5400;
    private static final Set<String> FINAL = Set.of("DONE", "DONE_WITH_GAPS", "FAILED", "SKIPPED", "CANCELLED");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final long seed = Long.getLong("chaos.seed", System.nanoTime());
    private final SplittableRandom random = new SplittableRandom(seed);

    @TempDir
    private Path folder;

    private LedgerLines ledger;
    private Duration slowestRecovery = Duration.ZERO;

    @Test
    void whatFellDueArrivesThoughTheProcessIsKilledAgainAndAgain() throws Exception {
        ledger = new LedgerLines(folder.resolve("data"));
        try (Peers peers = new Peers(folder);
                Reader reader = new Reader(peers.finished())) {
            Instant begun = firstWatch(peers);
            for (int number = 1; number <= KILLS; number++) {
                liveAndDie(peers, number);
            }
            Instant ended = lastLife(peers);
            reader.stop();

            Checker checker = new Checker(folder.resolve("data"), peers);
            long repeated = checker.check(begun, ended, reader);
            report(checker, reader, repeated);
            assertThat(repeated).as("mails that arrived once more").isLessThanOrEqualTo(KILLS);
        } catch (Throwable failure) {
            throw new AssertionError("with -Dchaos.seed=" + seed + ": " + failure.getMessage(), failure);
        }
    }

    /** The first start plans nothing in the past: what falls due from here on must be there. */
    private Instant firstWatch(Peers peers) throws Exception {
        peers.answerWith(1);
        try (Life life = Life.begin(folder, peers, 0)) {
            await().atMost(PATIENCE)
                    .until(() -> life.watches() && !ledger.runs().isEmpty());
            Instant begun = Instant.ofEpochMilli(ledger.runs().get(0).due());
            life.kill();
            return begun;
        }
    }

    private void liveAndDie(Peers peers, int number) throws Exception {
        assertThat(ledger.integrity()).containsExactly("ok");
        peers.answerWith(random.nextInt(1, MOST_ROWS));
        Set<String> left = unfinished();
        try (Life life = Life.begin(folder, peers, number)) {
            Instant born = Instant.now();
            if (number % RECOVERIES_EVERY == 0) {
                await().atMost(PATIENCE).until(() -> unfinished().stream().noneMatch(left::contains));
                Duration recovery = Duration.between(born, Instant.now());
                slowestRecovery = recovery.compareTo(slowestRecovery) > 0 ? recovery : slowestRecovery;
            } else {
                // Not a wait for something: the moment of death is what is tried.
                TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_LIFE_MILLIS));
            }
            life.kill();
        }
    }

    /** Has the time to make up for everything, and is told to stop. */
    private Instant lastLife(Peers peers) throws Exception {
        try (Life life = Life.begin(folder, peers, KILLS + 1)) {
            await().atMost(PATIENCE).until(() -> unfinished().isEmpty() && isUpToDate());
            Instant ended = Instant.now();
            assertThat(life.stop()).isZero();
            return ended;
        }
    }

    private boolean isUpToDate() {
        long now = Instant.now().toEpochMilli();
        return Peers.REPORTS.stream().allMatch(report -> ledger.runs().stream()
                .anyMatch(run -> run.report().equals(report)
                        && run.due() > now - TimeUnit.SECONDS.toMillis(Peers.EVERY_SECONDS)));
    }

    private Set<String> unfinished() {
        return ledger.runs().stream()
                .filter(run -> !FINAL.contains(run.state()))
                .map(LedgerLines.RunLine::id)
                .collect(Collectors.toSet());
    }

    private void report(Checker checker, Reader reader, long repeated) {
        System.out.printf(
                Locale.ROOT,
                "chaos: seed %d, %d kills: %d runs planned and done, %d deliveries confirmed, 0 lost, 0 with wrong bytes, "
                        + "0 unfinished files in %d looks, %d mails repeated, recovery within %.1f s%n",
                seed,
                KILLS,
                checker.runCount(),
                checker.deliveryCount(),
                reader.looks(),
                repeated,
                slowestRecovery.toMillis() / 1000.0);
    }
}
