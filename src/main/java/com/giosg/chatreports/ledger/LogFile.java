package com.giosg.chatreports.ledger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.IntStream;

/**
 * What SQLite noted beside its file and has not moved into it yet: the write-ahead log that a crash leaves. SQLite drops a log
 * from the first damage on without a word, since to it that is a write that was cut short.
 *
 * @param file may be missing
 * @see <a href="https://www.sqlite.org/fileformat2.html#walformat">its format</a>
 */
record LogFile(Path file) {

    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int USUAL_PAGE = 4096;

    /** The last bit says in which order the checksums take bytes. */
    private static final int BIG_ENDIAN = 0x377f0683;

    /** Whether a transaction stands there. */
    boolean isEmpty() {
        return file.toFile().length() <= HEADER;
    }

    /**
     * Whether something is damaged that was committed. Of a transaction that nothing follows nobody was told yet that it was
     * committed. Looks twice: somebody may be writing just now.
     */
    boolean isDamaged() {
        try {
            return !isEmpty()
                    && new Content(Files.readAllBytes(file)).goesOnAfterDamage()
                    && new Content(Files.readAllBytes(file)).goesOnAfterDamage();
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new LedgerFailure("%s cannot be read: %s. Next: check the disk".formatted(file, e.getMessage()), e);
        }
    }

    private static final class Content {

        private final ByteBuffer bytes;
        private final int frames;
        private final int frameSize;
        private final boolean headerIsWhole;

        /** Of the log that is there now: behind it may stand what is left of an earlier one. */
        private final long salts;

        private int sum1;
        private int sum2;

        Content(byte[] log) {
            bytes = ByteBuffer.wrap(log);
            headerIsWhole = agrees(0, HEADER - 8, HEADER - 8);
            frameSize = FRAME_HEADER + (headerIsWhole ? bytes.getInt(8) : USUAL_PAGE);
            frames = (log.length - HEADER) / frameSize;
            salts = headerIsWhole || frames == 0 ? bytes.getLong(16) : saltsOf(0);
        }

        boolean goesOnAfterDamage() {
            int damaged = headerIsWhole ? firstDamaged() : 0;
            int end = IntStream.range(damaged, frames)
                    .filter(this::commits)
                    .findFirst()
                    .orElse(frames);
            return IntStream.range(end + 1, frames).anyMatch(frame -> saltsOf(frame) == salts);
        }

        private int firstDamaged() {
            int frame = 0;
            while (frame < frames && saltsOf(frame) == salts && isWhole(at(frame))) {
                frame++;
            }
            return frame;
        }

        private boolean commits(int frame) {
            return saltsOf(frame) == salts && bytes.getInt(at(frame) + 4) != 0;
        }

        private long saltsOf(int frame) {
            return bytes.getLong(at(frame) + 8);
        }

        private int at(int frame) {
            return HEADER + frame * frameSize;
        }

        private boolean isWhole(int frame) {
            add(frame, 8);
            return agrees(frame + FRAME_HEADER, frameSize - FRAME_HEADER, frame + 16);
        }

        /** Whether the checksums with these bytes added are those that stand there. */
        private boolean agrees(int from, int length, int stored) {
            add(from, length);
            return sum1 == bytes.getInt(stored) && sum2 == bytes.getInt(stored + 4);
        }

        private void add(int from, int length) {
            ByteBuffer words = bytes.duplicate()
                    .order(bytes.getInt(0) == BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
            for (int at = from; at < from + length; at += 8) {
                sum1 += words.getInt(at) + sum2;
                sum2 += words.getInt(at + 4) + sum1;
            }
        }
    }
}
