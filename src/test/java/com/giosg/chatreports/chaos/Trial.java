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
import java.util.stream.Stream;

/** One data folder, the lives that follow each other on it, and everybody who looks on. */
final class Trial implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Set<String> FINAL = Set.of("DONE", "DONE_WITH_GAPS", "FAILED", "SKIPPED", "CANCELLED");

    private static final List<String> START = List.of("start");

    private final LedgerLines ledger;
    final Peers peers;
    final Reader reader;
    private int lives;
    private int crashes;
    private Instant begun = Instant.now();

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

    /** A life that ends once nothing is left to do: each report lies where it goes to. */
    void catchUp() throws IOException, InterruptedException {
        try (Life life = next(List.of())) {
            await().atMost(PATIENCE).until(() -> life.watches() && isUpToDate());
            life.kill();
        }
    }

    /** Begins a life where the one before ended; the ledger must have come through it. */
    Life next(List<String> jvmOptions) throws IOException {
        return next(jvmOptions, START);
    }

    private Life next(List<String> jvmOptions, List<String> command) throws IOException {
        if (lives > 0) {
            assertThat(ledger.damages()).isEmpty();
        }
        return Life.begin(peers, lives++, jvmOptions, command);
    }

    /** Nobody is in trouble any more, and reports and sinks want what they always want. */
    void mend() {
        peers.answerWith(1);
        peers.want(Peers.WANTED);
        peers.replaceFiles();
        peers.mails.takeAll();
    }

    /** At each of the points a life ends. */
    void dieAt(List<CrashPoint> points) throws Exception {
        dieAt(points, START);
    }

    /** The same, where another command writes to the ledger, whether or not the application lives besides. */
    void dieAt(List<CrashPoint> points, List<String> command) throws Exception {
        for (CrashPoint point : points) {
            try (Debugger debugger = new Debugger();
                    Life life = next(List.of(debugger.option()), command)) {
                debugger.stopAt(point);
                life.kill();
                crashes++;
            }
        }
    }

    /** How many lives ended at a point. */
    int crashes() {
        return crashes;
    }

    /** Makes up for everything, is told to stop, and leaves what is then checked. */
    Checker lastLife() throws IOException, InterruptedException, ExecutionException {
        try (Life life = next(List.of())) {
            await().atMost(PATIENCE).until(() -> life.watches() && isUpToDate());
            return end(life);
        }
    }

    /**
     * The same, where an operator does not want to wait for what is tried again later. What falls due after that is the last to
     * arrive.
     */
    Checker lastLifeWithRetry() throws IOException, InterruptedException, ExecutionException {
        try (Life life = next(List.of())) {
            await().atMost(PATIENCE).until(() -> life.watches() && ledger.going() == 0);
            retryWhatRests();
            Instant retried = Instant.now();
            await().atMost(PATIENCE).until(() -> isUpToDate(retried) && isUpToDate());
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
        return isUpToDate(Instant.now().minus(peers.every()));
    }

    /** Whether nothing is left to do, of what fell due since then neither, and there was some. */
    boolean isUpToDate(Instant since) {
        List<LedgerLines.RunLine> runs = ledger.runs();
        return runs.stream().allMatch(run -> FINAL.contains(run.state()))
                && Peers.REPORTS.stream().allMatch(report -> runs.stream()
                        .anyMatch(run -> run.report().equals(report) && run.due() > since.toEpochMilli()));
    }

    /** The runs that the ledger says are not over. */
    Set<String> unfinished() {
        return ledger.runs().stream()
                .filter(run -> !FINAL.contains(run.state()))
                .map(LedgerLines.RunLine::id)
                .collect(Collectors.toSet());
    }

    /** The command that has these runs tried again, or those that are meant by an option. */
    static List<String> retry(List<String> which) {
        return Stream.concat(Stream.of("retry"), which.stream()).toList();
    }

    /** Has what waits for its next try be tried, by the process that runs or else by this command, and waits for it. */
    void retryWhatRests() throws IOException, InterruptedException {
        List<String> resting = ledger.resting();
        if (!resting.isEmpty()) {
            live(retry(resting));
        }
    }

    /** Lets a command do what it is for. */
    void live(List<String> command) throws IOException, InterruptedException {
        try (Life life = next(List.of(), command)) {
            life.awaitEnd();
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
        peers.close();
    }
}
