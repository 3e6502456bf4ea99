package com.giosg.chatreports.row;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** Tells whether a file is still what was written: see the decision about checksums. */
public final class Checksums {

    private static final int CHUNK = 1 << 16;

    private Checksums() {}

    /** CRC-32C of all bytes of a file. */
    public static long of(Path file) throws IOException {
        CRC32C checksum = new CRC32C();
        // Outside the heap, where the file system puts the bytes: otherwise each is copied once more.
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(chunk.clear()) >= 0) {
                checksum.update(chunk.flip());
            }
        }
        return checksum.getValue();
    }
}
