package com.giosg.chatreports.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * How often a ledger was opened with nothing beside it, counted in the header of its file. A log beside the file begins with the
 * next number; one with another number is not the file's own, and SQLite would mix the two without a word.
 *
 * @param begins whether nothing stood beside the file
 * @param number as the file says without its log
 */
record Lives(Path file, LogFile log, boolean begins, int number) {

    /** Where SQLite keeps its {@code user_version}. */
    private static final int PLACE = 60;

    /** What the file says before SQLite opens it. */
    static Lives before(Path file) {
        LogFile log = new LogFile(file.resolveSibling(file.getFileName() + "-wal"));
        if (log.isDamaged()) {
            throw KeptTwice.damaged(file.toString(), "%s beside it is not as it was written".formatted(log.file()));
        }
        return new Lives(file, log, log.isEmpty(), number(file));
    }

    /**
     * Begins the next life, unless the log says that one is going.
     *
     * @throws LedgerFailure where the log is not that of the file
     */
    void goOn(Database database) {
        if (!begins) {
            int ahead = number(database) - number;
            if (ahead != 0 && ahead != 1) {
                throw KeptTwice.damaged(file.toString(), "%s beside it is not its own".formatted(log.file()));
            }
            return;
        }
        database.transaction(() -> {
            // Unless another process was faster.
            if (number(database) == number) {
                database.execute("PRAGMA user_version = " + (number + 1));
            }
            return null;
        });
    }

    private static int number(Database database) {
        return database.query(line -> line.getInt(1), "PRAGMA user_version").get(0);
    }

    private static int number(Path file) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            if (open.length() < PLACE + Integer.BYTES) {
                return 0;
            }
            open.seek(PLACE);
            return open.readInt();
        } catch (IOException e) {
            throw new LedgerFailure(
                    "the ledger %s cannot be read: %s. Next: check the disk and the permissions"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }
}
