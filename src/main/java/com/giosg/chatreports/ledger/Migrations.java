package com.giosg.chatreports.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Brings a database to the version that this one understands: a file of statements for each step, never changed afterwards. */
final class Migrations {

    /** The n-th leads to version n. */
    private static final List<String> FILES = List.of(
            "001-runs.sql",
            "002-slow-phase.sql",
            "003-refill.sql",
            "004-generations.sql",
            "005-teams.sql",
            "006-earlier-causes.sql");

    private Migrations() {}

    /** The version that this one understands. */
    static int newest() {
        return FILES.size();
    }

    static void apply(Database database) {
        apply(database, newest());
    }

    /** Brings it as far as that version. */
    static void apply(Database database, int newest) {
        long version = database.transaction(() -> {
            database.execute("CREATE TABLE IF NOT EXISTS ledger_version (version BIGINT NOT NULL)");
            return version(database);
        });
        if (version > newest) {
            throw new LedgerFailure(
                    "the ledger %s was written by a newer chat-reports (version %d of its tables; this one knows %d). Next: use that one, or another %s"
                            .formatted(
                                    database.engine().name(),
                                    version,
                                    newest,
                                    database.engine().place()));
        }
        if (version < newest) {
            database.transaction(() -> bring(database, newest));
        }
    }

    /** Read again in the transaction: another process may have been faster. */
    private static boolean bring(Database database, int newest) {
        for (long version = version(database) + 1; version <= newest; version++) {
            statements(FILES.get((int) version - 1)).forEach(database::execute);
            database.update("INSERT INTO ledger_version (version) VALUES (?)", version);
        }
        return true;
    }

    private static long version(Database database) {
        return database.query(line -> line.getLong(1), "SELECT COALESCE(MAX(version), 0) FROM ledger_version")
                .get(0);
    }

    private static List<String> statements(String file) {
        try (InputStream in = Migrations.class.getResourceAsStream("/ledger/" + file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split(";\\s*\\n", -1))
                    .filter(statement -> !statement.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
