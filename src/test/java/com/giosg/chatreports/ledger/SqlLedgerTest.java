package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.SealedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger in a file: it outlasts the process, and says so in plain words when it does not. */
class SqlLedgerTest extends LedgerContract {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-02T06:00:00Z"));

    @TempDir
    private Path folder;

    private Path data;
    private SqlLedger ledger;

    @BeforeEach
    void open() {
        data = folder.resolve("data");
        ledger = LedgerFile.open(data, CLOCK);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Override
    Ledger ledger() {
        return ledger;
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
        ledger = LedgerFile.open(data, CLOCK);

        assertThat(ledger.requests("r1").get(0).part().orElseThrow().file())
                .isEqualTo(data.resolve("runs/r1/parts/a.csv"));
    }

    @Test
    void whoeverReadsBesideSeesWhatIsThereByNow() {
        try (SqlLedger reader = LedgerFile.open(data, CLOCK)) {
            ledger.plan(RUN, List.of());
            ledger.move("r1", Run.State.FETCHING);

            assertThat(reader.latest(10)).extracting(Run::state).containsExactly(Run.State.FETCHING);
        }
    }

    @Test
    void ofTwoThatMoveARunAtOnceOneDoes() {
        try (SqlLedger other = LedgerFile.open(data, CLOCK)) {
            ledger.plan(RUN, List.of());
            long moved = IntStream.range(0, 20)
                    .parallel()
                    .filter(turn -> (turn % 2 == 0 ? ledger : other).move("r1", Run.State.DONE))
                    .count();

            assertThat(moved).isOne();
        }
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("ledger.db"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theOneOfANewerVersionIsRefused() throws SQLException {
        change("INSERT INTO ledger_version (version) VALUES (99)");

        assertThatThrownBy(this::reopen)
                .isInstanceOf(LedgerFailure.class)
                .hasMessage(
                        "the ledger %s was written by a newer chat-reports (version 99 of its tables; this one knows 5)."
                                + " Next: use that one, or another data folder",
                        data.resolve("ledger.db"));
    }

    @Test
    void aDamagedFileIsRefusedInOneSentence() throws IOException {
        ledger.close();
        Files.write(
                data.resolve("ledger.db"),
                "this is no database".repeat(1000).getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.WRITE);

        assertThatThrownBy(this::reopen)
                .isInstanceOf(LedgerFailure.class)
                .hasMessageStartingWith("the ledger %s cannot be used: ".formatted(data.resolve("ledger.db")))
                .hasMessageEndingWith(
                        " Next: check the disk and the space on it; if the file is damaged, put a copy in its place or move it away")
                .message()
                .hasLineCount(1);
    }

    @Test
    void aFileThatWasEmptiedIsRefusedAndOneThatHadNothingYetIsNot() throws IOException {
        ledger.close();
        Files.write(data.resolve("ledger.db"), new byte[0]);
        reopen();
        assertThat(ledger.latest(1)).isEmpty();

        Files.createDirectory(data.resolve("runs"));
        ledger.close();
        Files.write(data.resolve("ledger.db"), new byte[0]);

        assertThatThrownBy(this::reopen)
                .isInstanceOf(LedgerFailure.class)
                .hasMessageStartingWith("the ledger %s is damaged: it is empty. ".formatted(data.resolve("ledger.db")));
    }

    /** No row differs, but new ones would. */
    @Test
    void tablesThatAreNotThoseOfALedgerAreRefused() throws SQLException {
        change(
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = replace(sql, 'NOT NULL DEFAULT 1', 'NOT NULL DEFAULT 3') WHERE name = 'run'");

        assertThatThrownBy(this::reopen)
                .isInstanceOf(LedgerFailure.class)
                .hasMessageStartingWith("the ledger %s is damaged: its tables are not those of a ledger. "
                        .formatted(data.resolve("ledger.db")));
    }

    private void change(String... statements) throws SQLException {
        ledger.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("ledger.db"));
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private void reopen() {
        ledger.close();
        ledger = LedgerFile.open(data, CLOCK);
    }
}
