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
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** One connection for one thread at a time. Statements are kept: the same few come again and again. */
final class Database implements AutoCloseable {

    private final Connection connection;
    private final Engine engine;

    /** Completed for good once the connection is gone. */
    private final CompletableFuture<Void> lost = new CompletableFuture<>();

    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Database(Connection connection, Engine engine) {
        this.connection = connection;
        this.engine = engine;
    }

    Engine engine() {
        return engine;
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
        try {
            execute(engine.begin());
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
            statement.setObject(i + 1, storable(values[i]));
        }
        return statement;
    }

    /** PostgreSQL keeps no text with a NUL in it, and what failed has to be noted whatever its cause looks like. */
    private static Object storable(Object value) {
        return value instanceof String text ? text.replace('\0', '?') : value;
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
            throw failure(e);
        }
    }

    /** A connection that is lost stays lost, so that nothing is written by it later on. */
    private LedgerFailure failure(SQLException cause) {
        if (!isLost() && engine.isLost(connection)) {
            lost.complete(null);
            abort(cause);
        }
        return isLost()
                ? new LedgerFailure(
                        "the connection to the ledger %s is lost: %s. Next: check the database server; what was noted is kept"
                                .formatted(engine.name(), words(cause)),
                        cause,
                        true)
                : engine.failure(words(cause), cause);
    }

    private void abort(SQLException cause) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** In one line, without the breaks that drivers put into theirs, and ready for what follows. */
    static String words(SQLException cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }

    /** Whether nothing can be written by it any more, in one way or another. */
    boolean isOver() {
        return isLost() || orFail(connection::isClosed);
    }

    boolean isLost() {
        return lost.isDone();
    }

    /** Has something done once the connection is gone. */
    void onLoss(Runnable what) {
        var unused = lost.thenRun(what);
    }

    @Override
    public synchronized void close() {
        if (isLost()) {
            return;
        }
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
