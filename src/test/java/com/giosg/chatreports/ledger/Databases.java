package com.giosg.chatreports.ledger;

import com.giosg.chatreports.config.LedgerSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/** Where a ledger can be kept. */
enum Databases {
    FILE {
        @Override
        Optional<LedgerSettings> empty() {
            return Optional.empty();
        }
    },
    SERVER {
        @Override
        Optional<LedgerSettings> empty() throws SQLException {
            return Optional.of(new LedgerSettings(PostgresForTests.emptySchema(), Optional.empty()));
        }
    };

    /** What is configured for a ledger that nobody has used yet; empty where the data folder is all there is. */
    abstract Optional<LedgerSettings> empty() throws SQLException;

    /** Past everything of ours. */
    Connection connect(Optional<LedgerSettings> server, Path data) throws SQLException {
        return DriverManager.getConnection(
                server.map(LedgerSettings::url).orElse("jdbc:sqlite:" + data.resolve("ledger.db")));
    }

    Engine engine(Optional<LedgerSettings> server, Path data) {
        return server.<Engine>map(settings -> new PostgresEngine(settings.name()))
                .orElse(new SqliteEngine(data.resolve("ledger.db")));
    }
}
