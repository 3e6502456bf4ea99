package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.ledger.SqlLedger;
import java.nio.file.Path;
import java.time.Instant;
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
        Logging.withoutLastWords();
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
                    surroundings,
                    folder,
                    ledger,
                    runId -> ResultLine.print(RunResult.of(ledger, runId), surroundings),
                    reloading,
                    remnants);
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
            OldFiles oldFiles = new OldFiles(surroundings, ledger, folder);
            while (!ledger.isLost()) {
                reloading.readIfAsked((next, before) -> goOn(serving, next, before), ledger::isLost);
                oldFiles.tidy(configuration());
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
}
