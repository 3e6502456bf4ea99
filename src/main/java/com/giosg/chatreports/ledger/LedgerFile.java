package com.giosg.chatreports.ledger;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Properties;
import org.sqlite.JDBC;

/** The ledger as a file in the data folder. */
public final class LedgerFile {

    /**
     * Measured with processes killed: with these, what was committed is there afterwards. Whoever finds the file locked waits. A
     * transaction takes its lock at its first statement, so that none has to be given up half-way.
     */
    private static final Properties SETTINGS = new Properties();

    static {
        SETTINGS.setProperty("journal_mode", "WAL");
        SETTINGS.setProperty("synchronous", "FULL");
        SETTINGS.setProperty("busy_timeout", "5000");
        SETTINGS.setProperty("transaction_mode", "IMMEDIATE");
    }

    private LedgerFile() {}

    static Path in(Path data) {
        return data.resolve("ledger.db");
    }

    /** Whether there is one. */
    public static boolean isIn(Path data) {
        return Files.exists(in(data));
    }

    /**
     * Opens the ledger of a data folder; makes both where they are missing.
     *
     * @param clock says when runs ended
     * @throws LedgerFailure where the file is damaged or of a newer version
     */
    public static SqlLedger open(Path data, InstantSource clock) {
        Path file = in(data);
        make(file);
        Lives lives = Lives.before(file);
        Database database = new Database(connect(file.toAbsolutePath().toString(), file), new SqliteEngine(file));
        try {
            lives.goOn(database);
            bringUpToDate(database, file);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        return new SqlLedger(database, data, clock);
    }

    /** Damage is looked for before anything is written. */
    private static void bringUpToDate(Database database, Path file) {
        KeptTwice ledger = new KeptTwice(database, file.toString());
        ledger.check();
        complete(ledger);
        try (Database memory = new Database(connect(":memory:", file), new SqliteEngine(file))) {
            KeptTwice fresh = new KeptTwice(memory, file.toString());
            complete(fresh);
            ledger.checkTables(fresh);
        }
    }

    private static void complete(KeptTwice ledger) {
        Migrations.apply(ledger.database());
        ledger.complete();
    }

    /** For its owner alone, before there is anything in it. */
    private static void make(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, ownerOnly(file));
        } catch (FileAlreadyExistsException e) {
            // As at every start but the first.
            mustNotHaveBeenEmptied(file);
        } catch (IOException e) {
            throw new LedgerFailure(
                    "the ledger %s cannot be made: %s. Next: check the permissions of the data folder"
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** An empty file is what a first start leaves that was stopped at once; but that one had no run. */
    private static void mustNotHaveBeenEmptied(Path file) {
        if (file.toFile().length() == 0 && Files.exists(file.resolveSibling("runs"))) {
            throw KeptTwice.damaged(file.toString(), "it is empty");
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Not by the driver manager, which would look for other drivers first. */
    private static Connection connect(String place, Path file) {
        NativeLibrary.find();
        try {
            return new JDBC().connect(JDBC.PREFIX + place, SETTINGS);
        } catch (SQLException e) {
            throw new SqliteEngine(file).failure(Database.words(e), e);
        }
    }
}
