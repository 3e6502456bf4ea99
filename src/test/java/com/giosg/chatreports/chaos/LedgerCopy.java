package com.giosg.chatreports.chaos;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A copy of a ledger's file that may be damaged, read and written without the application.
 *
 * @param file stands in a data folder of its own
 */
record LedgerCopy(Path file) {

    /** Has as many bytes as SQLite has in a page. */
    static final int PAGE = 4096;

    /**
     * A column of a table.
     *
     * @param type as SQL calls it
     */
    record Column(String table, String name, String type) {}

    private interface Work<T> {
        T on(Statement statement) throws SQLException;
    }

    /** Copies a file to where a ledger stands in a data folder that has had runs. */
    static LedgerCopy of(Path original, Path data) throws IOException {
        Files.createDirectories(data.resolve("runs"));
        return new LedgerCopy(Files.copy(original, data.resolve("ledger.db")));
    }

    Path data() {
        return file.getParent();
    }

    Path wal() {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    int pages() {
        return (int) (file.toFile().length() / PAGE);
    }

    void overwrite(long offset, byte... bytes) throws IOException {
        overwrite(file, offset, bytes);
    }

    static void overwrite(Path file, long offset, byte... bytes) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(offset);
            open.write(bytes);
        }
    }

    static byte[] read(Path file, long offset, int length) throws IOException {
        byte[] bytes = new byte[length];
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(offset);
            open.readFully(bytes);
        }
        return bytes;
    }

    static void cut(Path file, long length) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(length);
        }
    }

    /** Where each transaction of a write-ahead log ends. */
    static List<Long> commits(Path log) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(log));
        List<Long> ends = new ArrayList<>();
        for (int frame = 32; frame + 24 + PAGE <= bytes.limit(); frame += 24 + PAGE) {
            // The frame's salts are those of the log, and the size of the file after the commit is given.
            if (bytes.getLong(frame + 8) == bytes.getLong(16) && bytes.getInt(frame + 4) != 0) {
                ends.add(frame + 24L + PAGE);
            }
        }
        return ends;
    }

    /** All that the tables say, in no order. */
    Map<String, List<String>> rows() throws SQLException {
        return with(statement -> {
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table : texts(statement, "SELECT name FROM sqlite_schema WHERE type = 'table'")) {
                rows.put(table, rows(statement, table));
            }
            return rows;
        });
    }

    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        // Without the indexes, so that the table itself is read.
        try (ResultSet lines = statement.executeQuery("SELECT * FROM " + table + " NOT INDEXED")) {
            int columns = lines.getMetaData().getColumnCount();
            while (lines.next()) {
                List<Object> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(lines.getObject(column));
                }
                rows.add(values.toString());
            }
        }
        Collections.sort(rows);
        return rows;
    }

    List<Column> columns() throws SQLException {
        return with(statement -> {
            List<Column> columns = new ArrayList<>();
            try (ResultSet lines = statement.executeQuery(
                    "SELECT t.name, c.name, c.type FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'")) {
                while (lines.next()) {
                    columns.add(new Column(lines.getString(1), lines.getString(2), lines.getString(3)));
                }
            }
            return columns;
        });
    }

    /**
     * Changes a value of the last row in its table and, as nobody's disk would, in the index of its key, but not where it
     * stands a second time.
     *
     * @param value in SQL
     */
    void falsify(Column column, String value) throws SQLException {
        String table = column.table();
        String twice = " WHERE name = '" + table + "_twice'";
        List<String> hidden = with(statement -> {
            List<String> schema = texts(
                    statement,
                    "SELECT quote(type) || ',' || quote(name) || ',' || quote(tbl_name) || ',' || rootpage || ',' || quote(sql) FROM sqlite_schema"
                            + twice);
            statement.execute("PRAGMA writable_schema = ON");
            statement.execute("DELETE FROM sqlite_schema" + twice);
            return schema;
        });
        with(statement ->
                statement.executeUpdate("UPDATE %1$s SET %2$s = %3$s WHERE rowid = (SELECT MAX(rowid) FROM %1$s)"
                        .formatted(table, column.name(), value)));
        with(statement -> {
            statement.execute("PRAGMA writable_schema = ON");
            return statement.executeUpdate("INSERT INTO sqlite_schema VALUES (" + hidden.get(0) + ")");
        });
    }

    private static List<String> texts(Statement statement, String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (ResultSet lines = statement.executeQuery(sql)) {
            while (lines.next()) {
                texts.add(lines.getString(1));
            }
        }
        return texts;
    }

    private <T> T with(Work<T> work) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            return work.on(statement);
        }
    }
}
