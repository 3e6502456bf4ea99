package com.giosg.chatreports.simulator.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits that end at once when the simulator is closed. */
public final class Pauses {

    private final CountDownLatch closed = new CountDownLatch(1);

    /** Waits so long, or fails because the simulator is being closed. */
    void pause(Duration length) throws IOException {
        if (length.isZero()) {
            return;
        }
        try {
            if (closed.await(length.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the simulator is being closed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("interrupted while waiting").initCause(e);
        }
    }

    public void end() {
        closed.countDown();
    }
}
