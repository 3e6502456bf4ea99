package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.SealedFile;
import com.giosg.chatreports.time.Window;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger that an earlier version wrote is brought up to date with all that stands in it. */
class OlderLedgerTest {

    private static final List<String> STEPS =
            List.of("001-runs.sql", "002-slow-phase.sql", "003-refill.sql", "004-generations.sql", "005-teams.sql");

    private static final Instant DUE = Instant.parse("2026-11-02T05:00:00Z");

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void saysWhatItSaidBefore(int version) throws Exception {
        write(version);

        try (SqlLedger ledger = LedgerFile.open(data, () -> DUE)) {
            assertThat(ledger.latest(9)).extracting(Run::id).containsExactly("r2", "r1");
            assertThat(ledger.run("r1"))
                    .contains(planned("r1").in(Run.State.DELIVERING).noted("names are missing"));
            assertThat(ledger.run("r2").orElseThrow().failure())
                    .contains(new RunFailure(FailureKind.DENIED, "the API answered 401"));
            assertThat(ledger.requests("r1"))
                    .containsExactly(
                            RequestEntry.answered("r1", "a", new Part(data.resolve("runs/r1/parts/a.csv"), 3, 4, true)),
                            RequestEntry.gap("r1", "b", new Gap(FailureKind.SERVER_ERROR, "the API answered 500", 5)));
            assertThat(ledger.deliveries("r1"))
                    .containsExactly(Delivery.pending(
                            "r1",
                            "board",
                            1,
                            "a.csv",
                            new SealedFile(data.resolve("runs/r1/artifacts/board/a.csv"), 5, 6)));
            assertThat(ledger.cursor("daily", "acme")).contains(DUE);
            assertThat(ledger.ready(DUE)).containsExactly("r1");
        }
    }

    @Test
    void whatWaitedForItsNextTryStillDoes() throws Exception {
        write(
                2,
                "UPDATE run SET next_try = 9 WHERE id = 'r1'",
                "UPDATE delivery SET state = 'WAITING', detail = 'refused', tries = 1, first_try = 2, next_try = 9");

        try (SqlLedger ledger = LedgerFile.open(data, () -> DUE)) {
            assertThat(ledger.run("r1").orElseThrow().nextTry()).contains(Instant.ofEpochMilli(9));
            assertThat(ledger.deliveries("r1"))
                    .extracting(Delivery::nextTry)
                    .containsExactly(Optional.of(Instant.ofEpochMilli(9)));
        }
    }

    @Test
    void whatWasRefilledBeforeGenerationsWereCountedIsTheSecond() throws Exception {
        write(
                3,
                "UPDATE run SET refilling = 1 WHERE id = 'r1'",
                "UPDATE delivery SET file = 'runs/r1/artifacts-2/board/a.csv'");

        try (SqlLedger ledger = LedgerFile.open(data, () -> DUE)) {
            assertThat(ledger.run("r1").orElseThrow().generation()).isEqualTo(2);
            assertThat(ledger.deliveries("r1")).extracting(Delivery::generation).containsExactly(2);
        }
    }

    /** From then on its values stand there twice. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void damageIsFoundOnceItIsUpToDate(int version) throws Exception {
        write(version);
        LedgerFile.open(data, () -> DUE).close();
        sql(
                List.of(
                        "PRAGMA writable_schema = ON",
                        "UPDATE sqlite_schema SET sql = replace(sql, 'first_day, last_day', 'last_day, first_day') WHERE name = 'run_twice'"));

        assertThatThrownBy(() -> LedgerFile.open(data, () -> DUE))
                .isInstanceOf(LedgerFailure.class)
                .hasMessageContaining("missing from index run_twice");
    }

    private static Run planned(String id) {
        return new Run(
                id,
                "daily",
                "acme",
                DUE,
                new Window(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 2), ZoneId.of("Europe/Helsinki")),
                "q",
                Run.State.PLANNED,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    /** As the program of that version left it. */
    private void write(int version, String... changes) throws Exception {
        sql(List.of("CREATE TABLE ledger_version (version BIGINT NOT NULL)"));
        for (int step = 1; step <= version; step++) {
            sql(List.of(text(STEPS.get(step - 1)).split(";\\s*\\n", -1)));
            sql(List.of("INSERT INTO ledger_version VALUES (" + step + ")"));
        }
        String run =
                "INSERT INTO run (id, place, report, organization, due, first_day, last_day, zone, questions, state, failure_kind, failure_cause, ended) VALUES ('%s', %d, 'daily', 'acme', "
                        + DUE.toEpochMilli() + ", '2026-11-01', '2026-11-02', 'Europe/Helsinki', 'q', %s)";
        sql(List.of(
                run.formatted("r1", 1, "'DELIVERING', NULL, NULL, NULL"),
                run.formatted("r2", 2, "'FAILED', 'DENIED', 'the API answered 401', 7"),
                "INSERT INTO run_note VALUES ('r1', 1, 'names are missing')",
                "INSERT INTO request (run_id, id, place, part_file, part_rows, part_checksum, part_guarded) VALUES ('r1', 'a', 0, 'runs/r1/parts/a.csv', 3, 4, 1)",
                "INSERT INTO request (run_id, id, place, gap_kind, gap_cause, gap_tries) VALUES ('r1', 'b', 1, 'SERVER_ERROR', 'the API answered 500', 5)",
                "INSERT INTO delivery (run_id, sink, number, place, file_name, file, size, checksum, state, detail) VALUES ('r1', 'board', 1, 0, 'a.csv', 'runs/r1/artifacts/board/a.csv', 5, 6, 'PENDING', '')",
                "INSERT INTO schedule_cursor VALUES ('daily', 'acme', " + DUE.toEpochMilli() + ")"));
        sql(List.of(changes));
    }

    private static String text(String step) throws IOException {
        try (InputStream in = OlderLedgerTest.class.getResourceAsStream("/ledger/" + step)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void sql(List<String> statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }
}
