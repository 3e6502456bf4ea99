package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.config.LedgerSettings;
import com.giosg.chatreports.row.SealedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ledgers of every older version, wherever they are kept: what is in them stays, and they can do all that new ones can. */
class MigrationsTest {

    private static final int REFILLS = 3;

    @TempDir
    private Path data;

    static Stream<Arguments> olderVersions() {
        return Stream.of(Databases.values()).flatMap(database -> IntStream.rangeClosed(1, Migrations.newest())
                .mapToObj(version -> Arguments.of(database, version)));
    }

    @ParameterizedTest
    @MethodSource("olderVersions")
    void whatAnOlderOneWroteIsGoneOnWith(Databases where, int version) throws SQLException, IOException {
        Optional<LedgerSettings> server = where.empty();
        Files.createDirectories(data);
        try (Database older = new Database(where.connect(server, data), where.engine(server, data))) {
            Migrations.apply(older, version);
            write(older, version);
        }

        try (SqlLedger ledger = LedgerAccess.of(server, data).open(SqlLedgerContract.CLOCK)) {
            int generation = version == REFILLS ? 2 : 1;
            assertThat(ledger.run("r1")).hasValueSatisfying(run -> {
                assertThat(run.state()).isEqualTo(Run.State.DELIVERING);
                assertThat(run.notes()).containsExactly("names are missing");
                assertThat(run.generation()).isEqualTo(generation);
                assertThat(run.refilling()).isEqualTo(version >= REFILLS ? Optional.of(1) : Optional.empty());
            });
            assertThat(ledger.deliveries("r1"))
                    .containsExactly(Delivery.pending(
                                    "r1",
                                    "board",
                                    1,
                                    "a.csv",
                                    new SealedFile(data.resolve("runs/r1/artifacts/board/a.csv"), 5, 8))
                            .in(Delivery.State.INTENT, ""));
            assertThat(ledger.plan(LedgerSequencesTest.run(2), List.of("a"))).isTrue();
            assertThat(ledger.latest(2)).extracting(Run::id).containsExactly("r2", "r1");
        }
    }

    private static void write(Database older, int version) {
        older.execute("""
                INSERT INTO run (id, place, report, organization, due, first_day, last_day, zone, questions, state)
                VALUES ('r1', 1, 'daily', 'acme', 0, '2020-10-29', '2020-10-29', 'Z', 'questions', 'DELIVERING')""");
        older.execute("INSERT INTO run_note (run_id, place, note) VALUES ('r1', 1, 'names are missing')");
        older.execute("""
                INSERT INTO delivery (run_id, sink, number, place, file_name, file, size, checksum, state, detail)
                VALUES ('r1', 'board', 1, 0, 'a.csv', 'runs/r1/artifacts/board/a.csv', 5, 8, 'INTENT', '')""");
        if (version >= REFILLS) {
            older.execute("UPDATE run SET refilling = 1");
        }
    }
}
