package com.giosg.chatreports.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for all tests of a process, which ends with it; each ledger has a schema of its own there. */
public final class PostgresForTests {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private PostgresForTests() {}

    /** Begun by whoever is first to need it. */
    private static final class Server {

        private static final EmbeddedPostgres RUNNING = begin();

        private static EmbeddedPostgres begin() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The JDBC address of a schema that nothing is in. */
    public static String emptySchema() throws SQLException {
        String url = Server.RUNNING.getJdbcUrl("postgres", "postgres");
        String schema = "ledger_" + SCHEMAS.incrementAndGet();
        execute(url, "CREATE SCHEMA " + schema);
        return url + "&currentSchema=" + schema;
    }

    /** Past everything of ours. */
    public static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
