package com.giosg.chatreports.row;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that gets its name only when it is complete and on disk, so nobody ever sees half of one: written under a
 * temporary name that only the owner can read, forced, renamed. Closed without a seal it leaves nothing behind.
 *
 * <p>It is its own buffer because {@link java.io.BufferedOutputStream} takes a lock at each of the dozen writes of a
 * row. For one thread.
 */
public final class SealableFile extends OutputStream {

    private final Path file;
    private final Path temporary;
    private final FileChannel channel;
    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[1 << 16];
    private int buffered;
    private long written;
    private boolean sealed;

    public SealableFile(Path file) throws IOException {
        this.file = file;
        this.temporary = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + ".", ".tmp");
        this.channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
    }

    /**
     * A file that will not change any more.
     *
     * @param sha256 of the bytes, hexadecimal
     */
    public record Sealed(Path file, long bytes, String sha256) {}

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
        digest.update(bytes, offset, length);
        ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
        while (rest.hasRemaining()) {
            written += channel.write(rest);
        }
    }

    /** Forces the bytes to disk and gives the file its name, in the place of an older one. */
    public Sealed seal() throws IOException {
        flush();
        channel.force(true);
        channel.close();
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sealed = true;
        return new Sealed(file, written, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        if (!sealed) {
            channel.close();
            Files.deleteIfExists(temporary);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
