package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.LedgerAccess;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.ledger.SqlLedger;
import com.giosg.chatreports.ledger.WorkerLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A ledger in the hands of the one process that works on it.
 *
 * @param ledger is closed before the lock is given back
 */
record LedgerAtWork(LedgerAccess access, WorkerLock lock, SqlLedger ledger) implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    /** Or complains about whoever has it, about the ledger, or about whoever has the port. */
    private static LedgerAtWork take(Surroundings surroundings, Configuration configuration, Path data) {
        LedgerAccess access = LedgerAccess.of(configuration, data);
        WorkerLock lock = null;
        try {
            lock = access.takeWork().orElseThrow(() -> refusal(access.worker()));
            // Not sooner: where another start has the ledger, that is what is to be said.
            ManagementPort.mustBeFree(configuration);
            return new LedgerAtWork(access, lock, access.open(surroundings.clock()));
        } catch (RuntimeException e) {
            close(lock, access);
            throw e;
        }
    }

    private static Complaint refusal(LedgerAccess.Worker worker) {
        return Complaint.configuration("%s works on %s already, and two would deliver everything twice. Next: %s"
                .formatted(worker.process(), worker.place(), worker.instead()));
    }

    /**
     * Takes a ledger, as soon as its server is there: after a power failure that may be later.
     *
     * @return empty: it was stopped meanwhile
     */
    static Optional<LedgerAtWork> takeOrAwait(
            Surroundings surroundings, Configuration configuration, Path data, Signals signals) {
        try {
            return Optional.of(take(surroundings, configuration, data));
        } catch (LedgerFailure e) {
            if (!e.mayPass()) {
                throw e;
            }
            return takeAgain(surroundings, configuration, data, signals);
        }
    }

    /**
     * Takes a ledger that was lost, as soon as it is back and nobody else works on it. Whoever took the port meanwhile is waited for as well.
     *
     * @return empty: it was stopped meanwhile
     */
    static Optional<LedgerAtWork> takeAgain(
            Surroundings surroundings, Configuration configuration, Path data, Signals signals) {
        signals.meanwhile(() -> {});
        String said = "";
        try {
            while (!signals.came()) {
                try {
                    return Optional.of(take(surroundings, configuration, data));
                } catch (LedgerFailure | Complaint e) {
                    said = say(surroundings, said, e.getMessage());
                }
                Thread.sleep(LOOK_EVERY.toMillis());
            }
            return Optional.empty();
        } catch (InterruptedException stopped) {
            return Optional.empty();
        }
    }

    private static String say(Surroundings surroundings, String said, String words) {
        if (!words.equals(said)) {
            surroundings.err().println("Waiting for the ledger, nothing is made meanwhile: " + words);
        }
        return words;
    }

    @Override
    public void close() {
        try (access;
                lock) {
            ledger.close();
        }
    }

    private static void close(WorkerLock lock, LedgerAccess access) {
        try (access;
                lock) {
            // What was taken is given back in order.
            return;
        }
    }
}
