package com.giosg.chatreports.ledger;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** The ledger as a file in the data folder; whoever works on the folder works on it. */
record LedgerInFolder(Path data) implements LedgerAccess {

    @Override
    public String name() {
        return data.toString();
    }

    @Override
    public boolean isThere() {
        return LedgerFile.isIn(data);
    }

    @Override
    public SqlLedger open(InstantSource clock) {
        return LedgerFile.open(data, clock);
    }

    @Override
    public Optional<WorkerLock> takeWork() {
        return DataFolderLock.take(data);
    }

    @Override
    public Worker worker() {
        return new Worker(
                DataFolderLock.holder(data),
                "the data folder " + data,
                "stop that one, or give this one another folder with --data");
    }

    @Override
    public void close() {
        // The file is closed with the ledger.
    }
}
