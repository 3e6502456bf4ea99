package com.giosg.chatreports.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One connection for one thread at a time. Statements are kept: the same few come again and again. */
final class Database implements AutoCloseable {

    private final Connection connection;

    /** What the database is called in messages. */
    private final String name;

    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Database(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /** Makes one thing of a line of results. */
    interface Reader<T> {
        T read(ResultSet line) throws SQLException;
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    /** Everything that the work changes, or nothing. */
    synchronized <T> T transaction(Supplier<T> work) {
        execute("BEGIN");
        try {
            T result = work.get();
            execute("COMMIT");
            return result;
        } catch (RuntimeException e) {
            undo(e);
            throw e;
        }
    }

    /** SQLite undoes by itself what it has no space for; that nothing is left to undo must not hide why. */
    private void undo(RuntimeException failure) {
        try {
            execute("ROLLBACK");
        } catch (LedgerFailure e) {
            failure.addSuppressed(e);
        }
    }

    /** How many rows changed. */
    synchronized int update(String sql, Object... values) {
        return orForget(sql, () -> bound(sql, values).executeUpdate());
    }

    synchronized <T> List<T> query(Reader<T> reader, String sql, Object... values) {
        return orForget(sql, () -> {
            List<T> found = new ArrayList<>();
            try (ResultSet lines = bound(sql, values).executeQuery()) {
                while (lines.next()) {
                    found.add(reader.read(lines));
                }
            }
            return found;
        });
    }

    <T> Optional<T> first(Reader<T> reader, String sql, Object... values) {
        return query(reader, sql, values).stream().findFirst();
    }

    /** For statements without values. */
    synchronized void execute(String sql) {
        orFail(() -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** A statement that fails, as where there is no space, may be of no use afterwards: the next time it is made anew. */
    private <T> T orForget(String sql, Work<T> work) {
        try {
            return orFail(work);
        } catch (LedgerFailure e) {
            forget(sql, e);
            throw e;
        }
    }

    private void forget(String sql, LedgerFailure failure) {
        PreparedStatement failed = statements.remove(sql);
        if (failed != null) {
            try {
                failed.close();
            } catch (SQLException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private <T> T orFail(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw failure(name, e);
        }
    }

    /** In one line, without the breaks that drivers put into theirs. */
    static LedgerFailure failure(String name, SQLException cause) {
        String words = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new LedgerFailure(
                "the ledger %s cannot be used: %s. Next: check the disk and the space on it; if the file is damaged, put a copy in its place or move it away"
                        .formatted(name, words),
                cause);
    }

    @Override
    public synchronized void close() {
        orFail(() -> {
            for (PreparedStatement statement : statements.values()) {
                statement.close();
            }
            statements.clear();
            connection.close();
            return null;
        });
    }
}
