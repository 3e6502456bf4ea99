package com.giosg.chatreports.row;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that gets its name only when it is complete and on disk, so nobody ever sees half of one: written under a
 * temporary name that only the owner can read, forced, renamed. Closed without a seal it leaves nothing behind.
 *
 * <p>It is its own buffer because {@link java.io.BufferedOutputStream} takes a lock at each of the dozen writes of a
 * row. For one thread.
 */
public class SealableFile extends OutputStream {

    private final Path file;
    private final Path temporary;
    private final FileChannel channel;
    private final byte[] buffer = new byte[1 << 16];
    private int buffered;
    private boolean sealed;

    public SealableFile(Path file) throws IOException {
        this.file = file;
        this.temporary = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".tmp");
        this.channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
    }

    @Override
    public final void write(int value) throws IOException {
        if (buffered == buffer.length) {
            flush();
        }
        buffer[buffered++] = (byte) value;
    }

    @Override
    public final void write(byte[] bytes, int offset, int length) throws IOException {
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
    public final void flush() throws IOException {
        writeThrough(buffer, 0, buffered);
        buffered = 0;
    }

    /** Every byte that reaches the disk from memory passes here, in order. */
    void writeThrough(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /**
     * Appends another file without its bytes passing through memory.
     *
     * @param from which byte of it is the first
     */
    public final void append(Path other, long from) throws IOException {
        flush();
        try (FileChannel source = FileChannel.open(other)) {
            long position = from;
            while (position < source.size()) {
                position += source.transferTo(position, source.size() - position, channel);
            }
        }
    }

    /** Forces the bytes to disk and gives the file its name, in the place of an older one. */
    public final Path seal() throws IOException {
        flush();
        channel.force(true);
        channel.close();
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sealed = true;
        return file;
    }

    @Override
    public final void close() throws IOException {
        if (!sealed) {
            channel.close();
            Files.deleteIfExists(temporary);
        }
    }
}
