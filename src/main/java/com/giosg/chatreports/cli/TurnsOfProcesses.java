package com.giosg.chatreports.cli;

import com.giosg.chatreports.ledger.LedgerAccess;
import com.giosg.chatreports.ledger.WorkerLock;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * One process at a time works on a ledger. A {@code start} does what is planned there for others as well; after a
 * {@code run} has ended the next one has its turn.
 *
 * @param access to the ledger
 */
record TurnsOfProcesses(Surroundings surroundings, LedgerAccess access) implements Turns {

    private static final long LOOK_EVERY_NANOS = 100_000_000;

    @Override
    public void take(BooleanSupplier over, Runnable work) {
        Optional<WorkerLock> lock = access.takeWork();
        if (lock.isEmpty()) {
            lock = await(over);
        }
        lock.ifPresent(taken -> {
            try (taken) {
                work.run();
            }
        });
    }

    /** Empty once the work is done. */
    private Optional<WorkerLock> await(BooleanSupplier over) {
        LedgerAccess.Worker worker = access.worker();
        String holder = "%s, which works on %s".formatted(worker.process(), worker.place());
        surroundings.err().println("Handed over to " + holder + ". Waiting for it.");
        Interruption interruption = new Interruption(() -> {}, () -> false, () -> surroundings
                .err()
                .println("Interrupted: what was handed over is left to %s".formatted(holder)));
        try {
            Optional<WorkerLock> lock = Optional.empty();
            while (lock.isEmpty() && !over.getAsBoolean()) {
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
                lock = access.takeWork();
            }
            return lock;
        } finally {
            interruption.ignore();
        }
    }
}
