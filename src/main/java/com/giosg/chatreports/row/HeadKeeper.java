package com.giosg.chatreports.row;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes a stream through and keeps its first 64 KiB. */
final class HeadKeeper extends FilterInputStream {

    static final int HEAD = 1 << 16;

    private final ByteArrayOutputStream head = new ByteArrayOutputStream();

    HeadKeeper(InputStream stream) {
        super(stream);
    }

    byte[] head() {
        return head.toByteArray();
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0 && head.size() < HEAD) {
            head.write(value);
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0 && head.size() < HEAD) {
            head.write(bytes, offset, Math.min(count, HEAD - head.size()));
        }
        return count;
    }
}
