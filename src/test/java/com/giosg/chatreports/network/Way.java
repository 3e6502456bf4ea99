package com.giosg.chatreports.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One direction of a connection: bytes are carried as they come, until something strikes.
 *
 * @param before how many bytes pass before it strikes
 */
record Way(Socket from, Socket to, long before, Strike strike) {

    private static final int PIECE = 8192;

    /** What becomes of a byte and of all that follow it. */
    @FunctionalInterface
    interface Strike {

        Strike NONE = OutputStream::write;

        void on(OutputStream out, byte[] bytes, int offset, int length) throws IOException;

        /** What follows later passes as it is. */
        default Strike onlyOnce() {
            AtomicBoolean struck = new AtomicBoolean();
            return (out, bytes, offset, length) -> {
                Strike strike = struck.getAndSet(true) ? NONE : this;
                strike.on(out, bytes, offset, length);
            };
        }
    }

    /** Returns once the one side has said its last. */
    void carry() throws IOException {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        byte[] bytes = new byte[PIECE];
        long carried = 0;
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            int whole = (int) Math.max(0, Math.min(count, before - carried));
            out.write(bytes, 0, whole);
            if (whole < count) {
                strike.on(out, bytes, whole, count - whole);
            }
            carried += count;
        }
        if (!to.isOutputShutdown()) {
            to.shutdownOutput();
        }
    }
}
