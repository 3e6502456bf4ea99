package com.giosg.chatreports.simulator.fault;

import java.io.IOException;
import java.io.OutputStream;

/** Passes so many bytes on and then fails, so that the server tears the connection down. */
final class CutStream extends OutputStream {

    private final OutputStream out;
    private long left;

    CutStream(OutputStream out, long bytes) {
        this.out = out;
        this.left = bytes;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int passed = (int) Math.min(left, length);
        out.write(bytes, offset, passed);
        left -= passed;
        if (passed < length) {
            out.flush();
            throw new IOException("cut off on purpose");
        }
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }
}
