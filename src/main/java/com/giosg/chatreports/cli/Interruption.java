package com.giosg.chatreports.cli;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * What Ctrl-C and SIGTERM do to a command that makes reports: it ends. Waiting requests are not waited for, since the
 * next run asks them again; a file that is just being written may be finished. The JVM then ends with 130 or 143, as
 * every process that these signals end.
 */
final class Interruption {

    private static final Duration MOST = Duration.ofSeconds(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(10);

    private final Thread hook;

    /**
     * Goes on as before unless a signal comes.
     *
     * @param first what is done at once
     * @param busy whether something is under way that should not be cut off
     * @param last what is said before the end
     */
    Interruption(Runnable first, BooleanSupplier busy, Runnable last) {
        hook = new Thread(() -> end(first, busy, last), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private static void end(Runnable first, BooleanSupplier busy, Runnable last) {
        first.run();
        long deadline = System.nanoTime() + MOST.toNanos();
        while (busy.getAsBoolean() && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        last.run();
    }

    /** The command has come to its own end. */
    void ignore() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The signal came first: the JVM ends, whatever this thread still does.
            return;
        }
    }
}
