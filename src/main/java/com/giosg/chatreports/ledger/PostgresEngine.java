package com.giosg.chatreports.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * PostgreSQL, whose databases are on a server.
 *
 * @param name where it is
 */
record PostgresEngine(String name) implements Engine {

    /** Tells our advisory locks from those of others; the second number of each lock is the schema that the tables are in. */
    private static final int WRITER = 0x67696f01;

    private static final int WORKER = 0x67696f02;

    static final String SCHEMA = "(SELECT CAST(oid AS INTEGER) FROM pg_namespace WHERE nspname = current_schema())";

    /** What the one has who works on the ledger, for as long as the connection lasts. */
    static final String WORKERS_LOCK = WORKER + ", " + SCHEMA;

    /** How long a server that does not answer may take to say whether it is still there. */
    private static final int SECONDS = 5;

    static String heldBy(String columns) {
        return """
                SELECT %s FROM pg_locks JOIN pg_stat_activity ON pg_stat_activity.pid = pg_locks.pid
                WHERE locktype = 'advisory' AND classid = %d AND CAST(objid AS INTEGER) = %s AND granted
                AND pg_locks.database = (SELECT oid FROM pg_database WHERE datname = current_database())""".formatted(columns, WORKER, SCHEMA);
    }

    @Override
    public String place() {
        return "database";
    }

    /** Places in the order of planning are counted, so two must not plan at once. */
    @Override
    public String begin() {
        return "BEGIN; SELECT pg_advisory_xact_lock(%d, %s)".formatted(WRITER, SCHEMA);
    }

    /** Asked about a failure to connect: the server is not there, comes up or goes down, or has no room for one more. */
    static boolean isAway(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.equals("53300");
    }

    @Override
    public boolean isLost(Connection connection) {
        try {
            return !connection.isValid(SECONDS);
        } catch (SQLException e) {
            return true;
        }
    }

    @Override
    public LedgerFailure failure(String words, SQLException cause) {
        return new LedgerFailure(
                "the ledger %s cannot be used: %s. Next: check the database server and what its user may do there"
                        .formatted(name, words),
                cause);
    }
}
