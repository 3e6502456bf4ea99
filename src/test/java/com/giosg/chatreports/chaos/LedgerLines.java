package com.giosg.chatreports.chaos;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ledger's tables as they stand in the database, read as anybody could who knows SQL.
 *
 * @param url of JDBC
 */
record LedgerLines(String url) {

    private static final String FILE = "jdbc:sqlite:";

    /** Those of a ledger in a data folder. */
    static LedgerLines in(Path data) {
        return new LedgerLines(FILE + data.resolve("ledger.db") + "?busy_timeout=10000");
    }

    /**
     * @param cause why it failed, or null
     * @param generation how often its report was made
     */
    record RunLine(String id, String report, long due, String state, String cause, int generation) {}

    /** @param detail the receipt, or why it failed */
    record DeliveryLine(
            String runId, String sink, long number, String file, String state, String detail, int generation) {

        boolean isNotice() {
            return number == 0;
        }
    }

    private interface Line<T> {
        T of(ResultSet line) throws SQLException;
    }

    /** What SQLite finds wrong with its file; a server looks after its own. */
    List<String> damages() {
        return url.startsWith(FILE)
                ? query("PRAGMA integrity_check", line -> line.getString(1)).stream()
                        .filter(found -> !found.equals("ok"))
                        .toList()
                : List.of();
    }

    List<RunLine> runs() {
        return query(
                "SELECT id, report, due, state, failure_cause, generation FROM run ORDER BY due, report",
                line -> new RunLine(
                        line.getString(1),
                        line.getString(2),
                        line.getLong(3),
                        line.getString(4),
                        line.getString(5),
                        line.getInt(6)));
    }

    /** How many runs somebody works on or should: they neither ended nor wait for a next try. */
    int going() {
        return query("SELECT COUNT(*) FROM run WHERE ended IS NULL AND next_try IS NULL", line -> line.getInt(1))
                .get(0);
    }

    /** The runs that wait for their next try. */
    List<String> resting() {
        return query("SELECT id FROM run WHERE ended IS NULL AND next_try IS NOT NULL", line -> line.getString(1));
    }

    /** What stands beside the runs, by their ids; several of one run are several entries. */
    List<Map.Entry<String, String>> notes() {
        return query(
                "SELECT run_id, note FROM run_note ORDER BY run_id, place",
                line -> Map.entry(line.getString(1), line.getString(2)));
    }

    List<DeliveryLine> deliveries() {
        return query(
                "SELECT run_id, sink, number, file, state, detail, generation FROM delivery ORDER BY run_id, place",
                line -> new DeliveryLine(
                        line.getString(1),
                        line.getString(2),
                        line.getLong(3),
                        line.getString(4),
                        line.getString(5),
                        line.getString(6),
                        line.getInt(7)));
    }

    /** The files that it names, from the data folder. */
    Set<String> files() {
        return Set.copyOf(query(
                "SELECT part_file FROM request WHERE part_file IS NOT NULL UNION SELECT file FROM delivery",
                line -> line.getString(1)));
    }

    private <T> List<T> query(String sql, Line<T> reader) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery(sql)) {
            List<T> found = new ArrayList<>();
            while (lines.next()) {
                found.add(reader.of(lines));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be read: " + e.getMessage(), e);
        }
    }
}
