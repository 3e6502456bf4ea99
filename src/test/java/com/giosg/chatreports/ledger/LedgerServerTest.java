package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.config.LedgerSettings;
import com.giosg.chatreports.config.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ledger in a PostgreSQL database: one process works on it, for as long as its connection lasts. */
class LedgerServerTest extends SqlLedgerContract {

    /** Of the one that works on the ledger. */
    private static final String CONNECTION = "SELECT pg_terminate_backend(pg_locks.pid) FROM pg_locks"
            + " WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND objsubid = 2";

    LedgerServerTest() {
        super(Databases.SERVER);
    }

    @Test
    void whoeverComesSecondIsToldWhoWorksOnItEvenWithAnotherDataFolder() {
        try (LedgerAccess first = access();
                LedgerAccess second = elsewhere()) {
            assertThat(first.takeWork()).isPresent();

            assertThat(second.takeWork()).isEmpty();

            assertThat(second.worker())
                    .isEqualTo(new LedgerAccess.Worker(
                            "chat-reports, process %d at 127.0.0.1"
                                    .formatted(ProcessHandle.current().pid()),
                            "the ledger " + first.name(),
                            "stop that one; if its machine is gone, the server notices within a minute"));
        }
    }

    @Test
    void twoWithOneDataFolderAreRefusedThoughTheirLedgersAreTwo() throws SQLException {
        try (LedgerAccess first = access();
                LedgerAccess second = LedgerAccess.of(Databases.SERVER.empty(), data)) {
            assertThat(first.takeWork()).isPresent();

            assertThat(second.takeWork()).isEmpty();

            assertThat(second.worker().place()).isEqualTo("the data folder " + data);
        }
    }

    @Test
    void ledgersInOtherSchemasAreOthers() throws SQLException {
        try (LedgerAccess first = access();
                LedgerAccess second = LedgerAccess.of(Databases.SERVER.empty(), folder.resolve("elsewhere"))) {
            assertThat(first.takeWork()).isPresent();
            assertThat(second.takeWork()).isPresent();
        }
    }

    @Test
    void theNextOneHasItOnceItIsGivenBack() {
        try (LedgerAccess first = access();
                LedgerAccess second = elsewhere()) {
            first.takeWork().orElseThrow().close();

            assertThat(second.takeWork()).isPresent();
        }
    }

    /** Nothing is written by somebody who does not know yet that another one works on it. */
    @Test
    void withTheConnectionTheLockIsLostAndNothingIsWrittenByItAnyMore() throws Exception {
        try (LedgerAccess first = access();
                SqlLedger lost = first.open(CLOCK);
                LedgerAccess second = elsewhere()) {
            assertThat(first.takeWork()).isPresent();
            lost.plan(RUN, List.of("a"));
            assertThat(lost.isLost()).isFalse();

            PostgresForTests.execute(url(), CONNECTION);

            await().until(() -> second.takeWork().isPresent());
            for (int turn = 0; turn < 2; turn++) {
                assertThatThrownBy(() -> lost.move("r1", Run.State.DONE))
                        .isInstanceOf(LedgerFailure.class)
                        .hasMessageStartingWith("the connection to the ledger %s is lost: ".formatted(first.name()))
                        .hasMessageEndingWith(" Next: check the database server; what was noted is kept");
            }
            assertThat(lost.isLost()).isTrue();
            assertThat(ledger.run("r1")).map(Run::state).contains(Run.State.PLANNED);
        }
    }

    @Test
    void aStatementThatFailsCostsItsTransactionAndNoMore() {
        ledger.plan(RUN, List.of());

        assertThatThrownBy(() -> ledger.plan(LedgerSequencesTest.run(2), List.of("a", "a")))
                .isInstanceOf(LedgerFailure.class);

        assertThat(ledger.run("r2")).isEmpty();
        assertThat(ledger.move("r1", Run.State.DONE)).isTrue();
    }

    @Test
    void causesMayHoldWhatADatabaseDoesNotKeep() {
        ledger.plan(RUN, List.of());

        ledger.fail("r1", new RunFailure(GAP.kind(), "a NUL: \0"));

        assertThat(ledger.run("r1").orElseThrow().failure()).contains(new RunFailure(GAP.kind(), "a NUL: ?"));
    }

    @Test
    void thoseThatPlanAtOnceDoSoOneAfterTheOther() throws SQLException {
        try (SqlLedger other = opened()) {
            IntStream.range(0, 40).parallel().forEach(turn -> (turn % 2 == 0 ? ledger : other)
                    .plan(LedgerSequencesTest.run(turn), List.of("a")));
        }

        assertThat(ledger.latest(100)).hasSize(40);
        PostgresForTests.execute(url(), "CREATE UNIQUE INDEX ON run (place)");
    }

    @Test
    void thoseThatMakeTheTablesAtOnceMakeThemOnce() throws SQLException {
        Optional<LedgerSettings> empty = Databases.SERVER.empty();

        IntStream.range(0, 8)
                .parallel()
                .forEach(turn -> LedgerAccess.of(empty, data).open(CLOCK).close());

        try (LedgerAccess access = LedgerAccess.of(empty, data)) {
            assertThat(access.isThere()).isTrue();
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidInOneSentenceWithoutThePassword() {
        LedgerSettings settings = new LedgerSettings(
                "jdbc:postgresql://127.0.0.1:1/reports?user=reports",
                Optional.of(new Secret("{{env:PASSWORD}}", "CANARY-password")));

        assertThatThrownBy(() -> LedgerAccess.of(Optional.of(settings), data).isThere())
                .isInstanceOf(LedgerFailure.class)
                .hasMessageStartingWith("the ledger postgresql://127.0.0.1:1/reports cannot be reached: ")
                .hasMessageEndingWith(" Next: check ledger.url, ledger.password and that the database server runs")
                .message()
                .hasLineCount(1)
                .doesNotContain("CANARY");
    }

    @Test
    void thePasswordIsTakenFromWhatItRefersToAndNeverSaid() throws SQLException, IOException {
        PostgresForTests.execute(url(), "CREATE ROLE guarded LOGIN PASSWORD 'CANARY-password'");
        PostgresForTests.execute(url(), "GRANT ALL ON SCHEMA %s TO guarded".formatted(url().replaceFirst(".*=", "")));
        PostgresForTests.askForPassword("guarded");
        String guarded = url().replace("user=postgres", "user=guarded");

        try (LedgerAccess access = guarded(guarded, "CANARY-password")) {
            assertThat(access.takeWork()).isPresent();
        }
        assertThatThrownBy(() -> guarded(guarded, "CANARY-another").isThere())
                .isInstanceOf(LedgerFailure.class)
                .message()
                .contains("guarded")
                .doesNotContain("CANARY");
    }

    private LedgerAccess guarded(String url, String password) {
        Secret secret = new Secret("{{env:PASSWORD}}", password);
        return LedgerAccess.of(Optional.of(new LedgerSettings(url, Optional.of(secret))), data);
    }

    @Test
    void aDatabaseThatHasNotEveryCharacterIsRefused() throws SQLException {
        PostgresForTests.execute(
                url(), "CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        LedgerSettings settings = new LedgerSettings(url().replaceFirst("/postgres", "/latin"), Optional.empty());

        assertThatThrownBy(() -> LedgerAccess.of(Optional.of(settings), data).isThere())
                .hasMessageEndingWith(
                        "its encoding is LATIN1, which has not every character that a name may have. Next: make a database with ENCODING 'UTF8'");
    }

    @Test
    void aSchemaThatIsNotThereIsSaid() throws SQLException {
        LedgerSettings settings = new LedgerSettings(url() + "_not", Optional.empty());

        assertThatThrownBy(() -> LedgerAccess.of(Optional.of(settings), data).isThere())
                .hasMessageEndingWith(
                        "none of the schemas on its search path exists. Next: make one, or name another as currentSchema in ledger.url");
    }

    private LedgerAccess elsewhere() {
        Path other = folder.resolve("elsewhere");
        return LedgerAccess.of(server, other);
    }

    private String url() {
        return server.orElseThrow().url();
    }
}
