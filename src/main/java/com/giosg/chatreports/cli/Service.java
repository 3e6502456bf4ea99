package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.ledger.Retention;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.SqlLedger;
import com.giosg.chatreports.time.Times;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/** What {@code start} does day and night: it serves with a ledger, and with the next one where that is lost, until it is stopped. */
final class Service {

    private final Surroundings surroundings;
    private final Path folder;
    private final Reloading reloading;
    private final BiConsumer<Edition, Edition> mustFit;
    private final Remnants remnants;

    /** Released when there is something to look at: files are to be read anew, or the ledger is lost. */
    private final Semaphore told = new Semaphore(0);

    /**
     * Serves nothing yet.
     *
     * @param folder where runs are kept
     * @param mustFit complains about an edition that cannot follow the one before
     */
    Service(Surroundings surroundings, Path folder, Reloading reloading, BiConsumer<Edition, Edition> mustFit) {
        this.surroundings = surroundings;
        this.folder = folder;
        this.reloading = reloading;
        this.mustFit = mustFit;
        this.remnants = new Remnants(surroundings);
    }

    /** Serves until it is stopped. */
    void serve(Edition first) {
        reloading.begin(first, Signals.onHangUp(() -> {
            reloading.ask();
            told.release();
        }));
        Signals signals = Signals.first();
        try {
            serve(signals);
        } finally {
            // Whatever it ends for is told by the exit code, which the hook would hide.
            signals.ignore();
        }
    }

    private void serve(Signals signals) {
        Optional<LedgerAtWork> ledger = LedgerAtWork.takeOrAwait(surroundings, configuration(), folder, signals);
        while (ledger.isPresent()) {
            ledger = serve(ledger.get(), signals)
                    ? Optional.empty()
                    : LedgerAtWork.takeAgain(surroundings, configuration(), folder, signals);
        }
    }

    private Configuration configuration() {
        return reloading.used().configuration();
    }

    /**
     * Serves until it is stopped, or until the ledger is lost: then whatever this process has in mind is worth nothing, since
     * another one may go on with it.
     *
     * @return whether it was stopped
     */
    private boolean serve(LedgerAtWork atWork, Signals signals) {
        try (atWork) {
            SqlLedger ledger = atWork.ledger();
            ledger.onLoss(told::release);
            Serving serving = new Serving(
                    surroundings, folder, ledger, runId -> print(RunResult.of(ledger, runId)), reloading, remnants);
            LastWords lastWords = new LastWords(surroundings, ledger);
            signals.meanwhile(() -> lastWords.around(serving::endInTime));
            // Else it is seen to by the end that was meant before.
            return signals.came() || serve(serving, ledger, lastWords, signals);
        } catch (LedgerFailure e) {
            if (atWork.ledger().isLost()) {
                return false;
            }
            throw e;
        }
    }

    /** Signals mean the same while it ends: that may take as long as somebody does not answer. */
    private boolean serve(Serving serving, SqlLedger ledger, LastWords lastWords, Signals signals) {
        Instant now = surroundings.clock().instant();
        serving.begin(reloading.used());
        NextStarts.print(configuration(), now, surroundings);
        boolean stopped = serveUntilOver(serving, ledger);
        lastWords.around(serving::end);
        if (!stopped && !signals.came()) {
            remnants.add(serving);
        }
        return stopped;
    }

    /**
     * What happens to old files may be other than before, so they are looked at after each reading.
     *
     * @return whether it was stopped; else the ledger is lost
     */
    private boolean serveUntilOver(Serving serving, SqlLedger ledger) {
        try {
            while (!ledger.isLost()) {
                reloading.readIfAsked((next, before) -> goOn(serving, next, before), ledger::isLost);
                tidy(new Retention(ledger, folder, kept(configuration())));
                if (told.tryAcquire(1, TimeUnit.DAYS)) {
                    told.drainPermits();
                }
            }
            return false;
        } catch (InterruptedException stopped) {
            // What was asked for; ending in order must not be interrupted as well.
            return true;
        }
    }

    private boolean goOn(Serving serving, Edition next, Edition before) {
        mustFit.accept(next, before);
        return serving.goOnWith(next, before);
    }

    /** Files are shared by the sinks of a run: as long as the most patient of them wants. */
    private static Duration kept(Configuration configuration) {
        return configuration.sinks().values().stream()
                .map(sink -> sink.artifact().retention())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** That old files cannot be removed is no reason to make no new ones. */
    private void tidy(Retention retention) {
        try {
            retention.apply(surroundings.clock().instant());
        } catch (IOException | LedgerFailure e) {
            surroundings
                    .err()
                    .println("Old runs could not be removed: %s. It is tried again in a day".formatted(e.getMessage()));
        }
    }

    /** What was done. Its warnings are in the log already. */
    private void print(RunResult result) {
        Run run = result.run();
        surroundings
                .out()
                .println("%s %s of %s: %s, rows: %d, delivered: %d of %d, gaps: %d of %d%s"
                        .formatted(
                                local(run, surroundings.clock().instant()),
                                run.report(),
                                run.organization(),
                                run.window().label(),
                                result.rows(),
                                result.delivered(),
                                result.artifacts(),
                                result.gaps().size(),
                                result.requests().size(),
                                run.failure()
                                        .map(failure -> "failed: " + failure.cause())
                                        .or(result::unsent)
                                        .map(", "::concat)
                                        .orElse("")));
    }

    private static String local(Run run, Instant instant) {
        return Times.print(instant.atZone(run.window().zone()));
    }
}
