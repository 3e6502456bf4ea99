package com.giosg.chatreports.benchmark;

import com.giosg.chatreports.ledger.LedgerFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.zip.CRC32C;

/**
 * A ledger with many runs, written past the application, which would take minutes.
 *
 * @param data its folder
 */
record FilledLedger(Path data) {

    /** A year of 25 reports. */
    static final int RUNS_OF_A_YEAR = 9000;

    /** Some of them to say what the rooms, teams and users are called. */
    static final int REQUESTS_PER_RUN = 14;

    private static final int SINKS = 2;

    private static final String RUN = """
            INSERT INTO run (id, place, report, organization, due, first_day, last_day, zone, questions, state, ended)
            VALUES (?, ?, ?, 'acme', ?, '2026-10-01', '2026-10-07', 'Europe/Helsinki', ?, ?, ?)""";

    private static final String REQUEST = """
            INSERT INTO request (run_id, id, place, part_file, part_rows, part_checksum, part_guarded)
            VALUES (?, ?, ?, ?, 7, 1234567890, 0)""";

    private static final String DELIVERY = """
            INSERT INTO delivery (run_id, sink, number, place, file_name, file, size, checksum, state, detail)
            VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)""";

    /** An empty one. */
    static FilledLedger in(Path data) {
        LedgerFile.open(data, InstantSource.system()).close();
        return new FilledLedger(data);
    }

    /** Adds what 25 reports did in a year, up to an instant. */
    void addYear(Instant until) throws SQLException {
        Duration step = Duration.ofDays(365).dividedBy(RUNS_OF_A_YEAR);
        write(connection -> {
            try (PreparedStatement runs = connection.prepareStatement(RUN);
                    PreparedStatement requests = connection.prepareStatement(REQUEST);
                    PreparedStatement deliveries = connection.prepareStatement(DELIVERY)) {
                for (int number = 0; number < RUNS_OF_A_YEAR; number++) {
                    String id = "r%016d".formatted(number);
                    Instant due = until.minus(step.multipliedBy(RUNS_OF_A_YEAR - number));
                    add(
                            runs,
                            id,
                            number,
                            "report-" + number % 25,
                            due.toEpochMilli(),
                            "questions",
                            "DONE",
                            due.toEpochMilli());
                    for (int place = 0; place < REQUESTS_PER_RUN; place++) {
                        String request = "%04d-real-chats-org".formatted(place);
                        add(requests, id, request, place, "runs/%s/parts/%s.csv".formatted(id, request));
                    }
                    for (int sink = 0; sink < SINKS; sink++) {
                        String file = "runs/%s/artifacts/sink-%d/figures.csv".formatted(id, sink);
                        add(
                                deliveries,
                                id,
                                "sink-" + sink,
                                sink,
                                "figures.csv",
                                file,
                                900,
                                1234567890,
                                "CONFIRMED",
                                "out/figures.csv");
                    }
                }
            }
        });
    }

    /** Adds runs of one report that were sealed, with one small file for each of its sinks, of which none was delivered. */
    void addSealed(int runs, String report, int sinks, Instant due) throws SQLException, IOException {
        byte[] content = "figures\r\n".repeat(100).getBytes(StandardCharsets.UTF_8);
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        for (int run = 0; run < runs; run++) {
            for (int sink = 0; sink < sinks; sink++) {
                Files.write(
                        Files.createDirectories(data.resolve(folder(run, sink))).resolve(fileName(run)), content);
            }
        }
        write(connection -> {
            try (PreparedStatement sealed = connection.prepareStatement(RUN);
                    PreparedStatement deliveries = connection.prepareStatement(DELIVERY)) {
                for (int run = 0; run < runs; run++) {
                    add(sealed, id(run), run, report, due.toEpochMilli() + run, "questions", "SEALED", null);
                    for (int sink = 0; sink < sinks; sink++) {
                        add(
                                deliveries,
                                id(run),
                                "sink-" + sink,
                                sink,
                                fileName(run),
                                folder(run, sink) + "/" + fileName(run),
                                content.length,
                                checksum.getValue(),
                                "PENDING",
                                "");
                    }
                }
            }
        });
    }

    private static String id(int run) {
        return "rs%015d".formatted(run);
    }

    private static String fileName(int run) {
        return "figures-%05d.csv".formatted(run);
    }

    private static String folder(int run, int sink) {
        return "runs/%s/artifacts/sink-%d".formatted(id(run), sink);
    }

    private interface Rows {
        void addTo(Connection connection) throws SQLException;
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
        statement.executeUpdate();
    }

    private void write(Rows rows) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.db"))) {
            connection.setAutoCommit(false);
            rows.addTo(connection);
            connection.commit();
        }
    }
}
