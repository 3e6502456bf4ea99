package com.giosg.chatreports.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** SQLite, whose databases are files. */
record SqliteEngine(Path file) implements Engine {

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public String place() {
        return "data folder";
    }

    /** How it begins, the settings of the connection say. */
    @Override
    public String begin() {
        return "BEGIN";
    }

    /** There is nothing between it and the file. */
    @Override
    public boolean isLost(Connection connection) {
        return false;
    }

    @Override
    public LedgerFailure failure(String words, SQLException cause) {
        return new LedgerFailure(
                "the ledger %s cannot be used: %s. Next: check the disk and the space on it; if the file is damaged, put a copy in its place or move it away"
                        .formatted(file, words),
                cause);
    }
}
