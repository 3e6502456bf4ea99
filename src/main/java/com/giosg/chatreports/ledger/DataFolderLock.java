package com.giosg.chatreports.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Who may work on a data folder: one process at a time. The operating system takes the lock back from a process that
 * dies, however it dies.
 */
final class DataFolderLock implements WorkerLock {

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty where another process works on the folder. */
    static Optional<WorkerLock> take(Path data) {
        try {
            Files.createDirectories(data);
            return take(
                    FileChannel.open(data.resolve("worker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw new LedgerFailure(
                    "the data folder %s cannot be locked: %s. Next: check its permissions"
                            .formatted(data, e.getMessage()),
                    e);
        }
    }

    private static Optional<WorkerLock> take(FileChannel channel) throws IOException {
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        byte[] process = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
        channel.truncate(0).write(ByteBuffer.wrap(process));
        return Optional.of(new DataFolderLock(channel));
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Within one process the operating system would not mind.
            return null;
        }
    }

    /** What is known about the process that works on the folder, for messages. */
    static String holder(Path data) {
        try {
            return "process " + Files.readString(data.resolve("worker.lock")).strip();
        } catch (IOException e) {
            return "another process";
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LedgerFailure("the lock of the data folder cannot be given back: " + e.getMessage(), e);
        }
    }
}
