package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.giosg.chatreports.config.LedgerSettings;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.SealedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every ledger does that outlasts the process, wherever it is kept. */
abstract class SqlLedgerContract extends LedgerContract {

    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-02T06:00:00Z"));

    @TempDir
    Path folder;

    Path data;
    SqlLedger ledger;

    private final Databases database;
    Optional<LedgerSettings> server;

    SqlLedgerContract(Databases database) {
        this.database = database;
    }

    @BeforeEach
    void open() throws SQLException, IOException {
        data = Files.createDirectory(folder.resolve("data"));
        server = database.empty();
        ledger = opened();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Override
    Ledger ledger() {
        return ledger;
    }

    /** Each has a connection of its own. */
    LedgerAccess access() {
        return LedgerAccess.of(server, data);
    }

    SqlLedger opened() {
        return access().open(CLOCK);
    }

    void reopen() {
        ledger.close();
        ledger = opened();
    }

    @Test
    void everythingIsThereAfterItWasClosedAndOpenedAgain() {
        Part part = new Part(data.resolve("runs/r1/parts/a.csv"), 3, 0xFFFFFFFFL, true);
        SealedFile artifact = new SealedFile(data.resolve("runs/r1/artifacts/board/a.csv"), 1L << 40, 0x80000000L);
        Delivery delivery = Delivery.pending("r1", "board", 1, "of-acme/a.csv", artifact);
        ledger.planDue(RUN, List.of("a", "b"), List.of());
        ledger.answered("r1", "a", part);
        ledger.gap("r1", "b", GAP);
        ledger.note("r1", "names are missing");
        ledger.seal("r1", List.of(delivery));

        reopen();

        assertThat(ledger.run("r1")).contains(RUN.noted("names are missing").in(Run.State.SEALED));
        assertThat(ledger.requests("r1"))
                .containsExactly(RequestEntry.answered("r1", "a", part), RequestEntry.gap("r1", "b", GAP));
        assertThat(ledger.deliveries("r1")).containsExactly(delivery);
        assertThat(ledger.cursor("daily", "acme")).contains(RUN.due());
        assertThat(ledger.planDue(RUN, List.of(), List.of())).isFalse();
    }

    @Test
    void filesFollowTheDataFolderWhenItIsMoved() throws IOException {
        ledger.plan(RUN, List.of("a"));
        ledger.answered("r1", "a", new Part(data.resolve("runs/r1/parts/a.csv"), 3, 1, false));
        ledger.close();
        data = Files.move(data, folder.resolve("elsewhere"));
        ledger = opened();

        assertThat(ledger.requests("r1").get(0).part().orElseThrow().file())
                .isEqualTo(data.resolve("runs/r1/parts/a.csv"));
    }

    @Test
    void whoeverReadsBesideSeesWhatIsThereByNow() {
        try (SqlLedger reader = opened()) {
            ledger.plan(RUN, List.of());
            ledger.move("r1", Run.State.FETCHING);

            assertThat(reader.latest(10)).extracting(Run::state).containsExactly(Run.State.FETCHING);
        }
    }

    @Test
    void ofTwoThatMoveARunAtOnceOneDoes() {
        try (SqlLedger other = opened()) {
            ledger.plan(RUN, List.of());
            long moved = IntStream.range(0, 20)
                    .parallel()
                    .filter(turn -> (turn % 2 == 0 ? ledger : other).move("r1", Run.State.DONE))
                    .count();

            assertThat(moved).isOne();
        }
    }

    @Test
    void theOneOfANewerVersionIsRefused() throws SQLException {
        ledger.close();
        try (Connection connection = database.connect(server, data);
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO ledger_version (version) VALUES (99)");
        }

        assertThatThrownBy(this::reopen)
                .isInstanceOf(LedgerFailure.class)
                .hasMessage(
                        "the ledger %s was written by a newer chat-reports (version 99 of its tables; this one knows 6)."
                                + " Next: use that one, or another %s",
                        database.engine(server, data).name(),
                        database.engine(server, data).place());
    }
}
