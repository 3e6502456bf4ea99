package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/** One data folder, the lives that follow each other on it, and everybody who looks on. */
final class Trial implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Set<String> FINAL = Set.of("DONE", "DONE_WITH_GAPS", "FAILED", "SKIPPED", "CANCELLED");

    private final LedgerLines ledger;
    final Peers peers;
    final Reader reader;
    private int lives;
    private Instant begun;

    /** Begins to look on. */
    Trial(Peers peers) {
        this.peers = peers;
        this.ledger = peers.ledger();
        this.reader = new Reader(peers.finished());
    }

    /** The first start plans nothing in the past: what falls due from here on must be there at the end. */
    void firstLife() throws IOException, InterruptedException {
        peers.answerWith(1);
        try (Life life = next(List.of())) {
            await().atMost(PATIENCE)
                    .until(() -> life.watches() && !ledger.runs().isEmpty());
            begun = Instant.ofEpochMilli(ledger.runs().get(0).due());
            life.kill();
        }
    }

    /** Begins a life where the one before ended; the ledger must have come through it. */
    Life next(List<String> jvmOptions) throws IOException {
        if (lives > 0) {
            assertThat(ledger.damages()).isEmpty();
        }
        return Life.begin(peers, lives++, jvmOptions);
    }

    /** Makes up for everything, is told to stop, and leaves what is then checked. */
    Checker lastLife() throws IOException, InterruptedException, ExecutionException {
        try (Life life = next(List.of())) {
            await().atMost(PATIENCE).until(() -> life.watches() && isUpToDate());
            return end(life);
        }
    }

    /** Tells one that has made up for everything to stop. */
    Checker end(Life life) throws InterruptedException, ExecutionException {
        Instant ended = Instant.now();
        assertThat(life.stop()).isZero();
        assertThat(ledger.damages()).isEmpty();
        reader.stop();
        return Checker.of(peers, begun, ended);
    }

    /** Whether nothing is left to do of what fell due until now. */
    boolean isUpToDate() {
        long before = Instant.now().minus(peers.every()).toEpochMilli();
        List<LedgerLines.RunLine> runs = ledger.runs();
        return runs.stream().allMatch(run -> FINAL.contains(run.state()))
                && Peers.REPORTS.stream().allMatch(report -> runs.stream()
                        .anyMatch(run -> run.report().equals(report) && run.due() > before));
    }

    /** The runs that the ledger says are not over. */
    Set<String> unfinished() {
        return ledger.runs().stream()
                .filter(run -> !FINAL.contains(run.state()))
                .map(LedgerLines.RunLine::id)
                .collect(Collectors.toSet());
    }

    /** Has the process that runs try what waits for its next try, and waits for it. */
    void retryWhatRests() throws IOException, InterruptedException {
        List<String> resting = ledger.resting();
        if (!resting.isEmpty()) {
            Life.retry(peers, resting);
        }
    }

    @Override
    public void close() {
        reader.close();
        peers.close();
    }
}
