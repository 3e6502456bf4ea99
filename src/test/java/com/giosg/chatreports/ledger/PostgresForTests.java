package com.giosg.chatreports.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
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

    /** From now on a user needs a password; all others need none. */
    static void askForPassword(String user) throws SQLException, IOException {
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            Path rules;
            try (ResultSet file = statement.executeQuery("SHOW hba_file")) {
                file.next();
                rules = Path.of(file.getString(1));
            }
            Files.writeString(rules, "host all %s all scram-sha-256%n".formatted(user) + Files.readString(rules));
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /** Past everything of ours. */
    public static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
