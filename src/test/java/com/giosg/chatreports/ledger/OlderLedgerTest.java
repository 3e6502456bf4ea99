package com.giosg.chatreports.ledger;

import static com.giosg.chatreports.ledger.LedgerContract.GAP;
import static com.giosg.chatreports.ledger.LedgerContract.LATER;
import static com.giosg.chatreports.ledger.LedgerContract.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.giosg.chatreports.config.LedgerSettings;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.SealedFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A ledger that an earlier version wrote, wherever it is kept, is brought up to date with all that stands in it, and can do all that a new one can. */
class OlderLedgerTest {

    /** The versions from which on things are kept that the ones before did not know. */
    private static final int SLOW_PHASE = 2;

    private static final int REFILLS = 3;

    @TempDir
    private Path data;

    static Stream<Arguments> everyVersion() {
        return Stream.of(Databases.values()).flatMap(where -> IntStream.rangeClosed(1, Migrations.newest())
                .mapToObj(version -> Arguments.of(where, version)));
    }

    @ParameterizedTest
    @MethodSource("everyVersion")
    void saysWhatItSaidBeforeAndGoesOn(Databases where, int version) throws SQLException {
        try (SqlLedger ledger = opened(written(where, version))) {
            assertThat(ledger.latest(9)).extracting(Run::id).containsExactly("r2", "r1");
            assertThat(ledger.run("r1")).contains(RUN.in(Run.State.DELIVERING).noted("names are missing"));
            assertThat(ledger.run("r2").orElseThrow().failure())
                    .contains(new RunFailure(FailureKind.DENIED, "the API answered 401"));
            assertThat(ledger.requests("r1"))
                    .containsExactly(
                            RequestEntry.answered("r1", "a", new Part(data.resolve("runs/r1/parts/a.csv"), 3, 4, true)),
                            RequestEntry.gap("r1", "b", GAP));
            assertThat(ledger.deliveries("r1"))
                    .containsExactly(Delivery.pending(
                                    "r1",
                                    "board",
                                    1,
                                    "a.csv",
                                    new SealedFile(data.resolve("runs/r1/artifacts/board/a.csv"), 5, 8))
                            .in(Delivery.State.INTENT, ""));
            assertThat(ledger.cursor("daily", "acme")).contains(RUN.due());
            assertThat(ledger.ready(RUN.due())).containsExactly("r1");

            assertThat(ledger.plan(LedgerSequencesTest.run(3), List.of("a"))).isTrue();
            assertThat(ledger.latest(9)).extracting(Run::id).containsExactly("r3", "r2", "r1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWaitedForItsNextTryStillDoes(Databases where) throws SQLException {
        Optional<LedgerSettings> older = written(
                where,
                SLOW_PHASE,
                "UPDATE run SET next_try = 300000 WHERE id = 'r1'",
                "UPDATE delivery SET state = 'WAITING', detail = 'refused', tries = 1, first_try = 2, next_try = 300000");

        try (SqlLedger ledger = opened(older)) {
            assertThat(ledger.run("r1").orElseThrow().nextTry()).contains(LATER);
            assertThat(ledger.deliveries("r1")).extracting(Delivery::nextTry).containsExactly(Optional.of(LATER));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasRefilledBeforeGenerationsWereCountedIsTheSecond(Databases where) throws SQLException {
        Optional<LedgerSettings> older = written(
                where,
                REFILLS,
                "UPDATE run SET refilling = 1 WHERE id = 'r1'",
                "UPDATE delivery SET file = 'runs/r1/artifacts-2/board/a.csv'");

        try (SqlLedger ledger = opened(older)) {
            assertThat(ledger.run("r1")).hasValueSatisfying(run -> {
                assertThat(run.generation()).isEqualTo(2);
                assertThat(run.refilling()).contains(1);
            });
            assertThat(ledger.deliveries("r1")).extracting(Delivery::generation).containsExactly(2);
        }
    }

    /** From then on its values stand there twice. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5})
    void damageOfAFileIsFoundOnceItIsUpToDate(int version) throws SQLException {
        Optional<LedgerSettings> file = written(Databases.FILE, version);
        opened(file).close();
        try (Database damaged = database(Databases.FILE, file)) {
            damaged.execute("PRAGMA writable_schema = ON");
            damaged.execute(
                    "UPDATE sqlite_schema SET sql = replace(sql, 'report, organization', 'organization, report') WHERE name = 'run_twice'");
        }

        assertThatThrownBy(() -> opened(file))
                .isInstanceOf(LedgerFailure.class)
                .hasMessageContaining("missing from index run_twice");
    }

    private SqlLedger opened(Optional<LedgerSettings> ledger) {
        return LedgerAccess.of(ledger, data).open(SqlLedgerContract.CLOCK);
    }

    private Database database(Databases where, Optional<LedgerSettings> ledger) throws SQLException {
        return new Database(where.connect(ledger, data), where.engine(ledger, data));
    }

    /** As the program of that version left it: {@link LedgerContract#RUN} on its way, and another that failed. */
    private Optional<LedgerSettings> written(Databases where, int version, String... changes) throws SQLException {
        Optional<LedgerSettings> ledger = where.empty();
        String run = """
                INSERT INTO run (id, place, report, organization, due, first_day, last_day, zone, questions, state,
                    failure_kind, failure_cause, ended)
                VALUES ('%s', %d, 'daily', 'acme', 0, '2020-10-29', '2020-10-29', 'Z', 'questions', %s)""";
        try (Database older = database(where, ledger)) {
            Migrations.apply(older, version);
            older.execute(run.formatted("r1", 1, "'DELIVERING', NULL, NULL, NULL"));
            older.execute(run.formatted("r2", 2, "'FAILED', 'DENIED', 'the API answered 401', 7"));
            older.execute("INSERT INTO run_note (run_id, place, note) VALUES ('r1', 1, 'names are missing')");
            older.execute("""
                    INSERT INTO request (run_id, id, place, part_file, part_rows, part_checksum, part_guarded)
                    VALUES ('r1', 'a', 0, 'runs/r1/parts/a.csv', 3, 4, 1)""");
            older.execute("""
                    INSERT INTO request (run_id, id, place, gap_kind, gap_cause, gap_tries)
                    VALUES ('r1', 'b', 1, 'SERVER_ERROR', 'out of order', 5)""");
            older.execute("""
                    INSERT INTO delivery (run_id, sink, number, place, file_name, file, size, checksum, state, detail)
                    VALUES ('r1', 'board', 1, 0, 'a.csv', 'runs/r1/artifacts/board/a.csv', 5, 8, 'INTENT', '')""");
            older.execute("INSERT INTO schedule_cursor VALUES ('daily', 'acme', 0)");
            Stream.of(changes).forEach(older::execute);
        }
        return ledger;
    }
}
