package com.giosg.chatreports.row;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A file that gets its name only when it is complete and on disk, so nobody ever sees half of one: written under a
 * temporary name that only the owner can read, forced, renamed. Closed without a seal it leaves nothing behind.
 *
 * <p>It is its own buffer because {@link java.io.BufferedOutputStream} takes a lock at each of the dozen writes of a
 * row. For one thread.
 */
public final class SealableFile extends OutputStream {

    private static final int CHUNK = 1 << 16;

    private final Path file;
    private final Path temporary;
    private final FileChannel channel;
    private final byte[] buffer = new byte[CHUNK];
    private final CRC32C checksum = new CRC32C();
    private int buffered;
    private boolean sealed;

    public SealableFile(Path file) throws IOException {
        this.file = file;
        this.temporary = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".tmp");
        this.channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
    }

    @Override
    public void write(int value) throws IOException {
        if (buffered == buffer.length) {
            flush();
        }
        buffer[buffered++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > buffer.length - buffered) {
            flush();
        }
        if (length > buffer.length) {
            writeThrough(bytes, offset, length);
            return;
        }
        System.arraycopy(bytes, offset, buffer, buffered, length);
        buffered += length;
    }

    @Override
    public void flush() throws IOException {
        writeThrough(buffer, 0, buffered);
        buffered = 0;
    }

    private void writeThrough(byte[] bytes, int offset, int length) throws IOException {
        writeThrough(ByteBuffer.wrap(bytes, offset, length));
    }

    /** Every byte passes here, in order. */
    private void writeThrough(ByteBuffer bytes) throws IOException {
        checksum.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * Appends another file.
     *
     * @param from which byte of it is the first
     */
    public void append(Path other, long from) throws IOException {
        flush();
        // Outside the heap, where the file system puts the bytes: otherwise each is copied once more.
        ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);
        try (FileChannel source = FileChannel.open(other).position(from)) {
            while (source.read(chunk.clear()) >= 0) {
                writeThrough(chunk.flip());
            }
        }
    }

    /** Forces the bytes to disk and gives the file its name, in the place of an older one. */
    public SealedFile seal() throws IOException {
        flush();
        channel.force(true);
        long size = channel.size();
        channel.close();
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sealed = true;
        return new SealedFile(file, size, checksum.getValue());
    }

    @Override
    public void close() throws IOException {
        if (!sealed) {
            channel.close();
            Files.deleteIfExists(temporary);
        }
    }
}
