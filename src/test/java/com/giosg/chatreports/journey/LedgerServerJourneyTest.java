package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.ledger.PostgresForTests;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.http.JournalEntry;
import com.giosg.chatreports.simulator.world.Organizations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Processes that share a ledger in PostgreSQL, one of which works on it. */
class LedgerServerJourneyTest extends ProcessJourney {

    /** Of one test alone, so that it can be stopped. */
    private EmbeddedPostgres database;

    @AfterEach
    void endDatabase() throws IOException {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void oneWorksAtATimeAndWhenItIsKilledTheNextOneFinishes() throws Exception {
        keepLedgerAt(PostgresForTests.emptySchema());
        simulator.faults().add("delay=60s,path=/inbox/");
        start(AT_ONCE, "archive, inbox");
        await().atMost(PATIENCE)
                .until(() -> files("archive", ".csv") == 1 && !delivered().isEmpty());

        Process second = launchWithData("elsewhere", "second", "start");
        assertThat(second.waitFor()).isOne();
        assertThat(lines("second-err"))
                .singleElement()
                .asString()
                .startsWith("chat-reports, process %d at 127.0.0.1 works on the ledger postgresql://localhost:"
                        .formatted(process.pid()))
                .endsWith(" already, and two would deliver everything twice."
                        + " Next: stop that one; if its machine is gone, the server notices within a minute");
        Process history = launchWithData("elsewhere", "history", "history");
        assertThat(history.waitFor()).isZero();
        assertThat(lines("history-out").get(1)).contains("\toften\tacme\t", "\tdelivering\t");

        kill();
        simulator.faults().clear();
        start(SELDOM, "archive, inbox");

        await().atMost(PATIENCE).until(() -> !done().isEmpty());
        assertThat(done()).singleElement().asString().endsWith("rows: 2, delivered: 2 of 2, gaps: 0 of 2");
        assertThat(asked()).isEqualTo(2);
        assertDeliveredOnceThoughSentTwice();
        assertThat(files("data", "ledger.db")).isZero();
        assertThat(check().out())
                .contains("\nledger\tpostgresql://localhost:", "\tok\tlogged in; the tables are there\t\n");
    }

    @Test
    void whatIsGoingWhenTheDatabaseStopsIsFinishedWhenItIsBack() throws Exception {
        database = database(0);
        int port = database.getPort();
        keepLedgerAt(database.getJdbcUrl("postgres", "postgres"));
        simulator.faults().add("delay=5s,path=/inbox/");
        database.close();
        start(SELDOM, "inbox");
        await().atMost(PATIENCE).until(() -> waits(port) == 1);
        assertThat(lines("out")).isEmpty();
        database = database(port);
        await().atMost(PATIENCE).until(() -> !lines("out").isEmpty());
        Process run = launch("run", "run", "often");
        await().atMost(PATIENCE).until(() -> !delivered().isEmpty());

        database.close();
        assertThat(run.waitFor()).isOne();
        assertThat(lines("run-err"))
                .last()
                .asString()
                .startsWith("the connection to the ledger postgresql://localhost:%d/postgres is lost: ".formatted(port))
                .endsWith(" Next: check the database server; what was noted is kept");
        await().atMost(PATIENCE).until(() -> waits(port) == 2);
        assertThat(delivered()).hasSize(1);
        assertThat(done()).isEmpty();

        simulator.faults().clear();
        database = database(port);
        await().atMost(PATIENCE).until(() -> !done().isEmpty());
        assertThat(done()).singleElement().asString().endsWith("rows: 2, delivered: 1 of 1, gaps: 0 of 2");
        assertThat(asked()).isEqualTo(2);
        assertThat(delivered())
                .as("what arrived is known, though it could not be noted then")
                .hasSize(1);
        process.destroy();
        assertThat(process.waitFor()).isZero();
        assertThat(lines("err")).as("traces").noneMatch(line -> line.startsWith("\tat "));
    }

    /** What it was told while there was no ledger is done once there is one; what it was not told is not. */
    @Test
    void whatItIsToldWhileItsLedgerIsAwayIsDoneOnceThatIsBack() throws Exception {
        database = database(0);
        int port = database.getPort();
        keepLedgerAt(database.getJdbcUrl("postgres", "postgres"));
        start(SELDOM, "inbox");
        await().atMost(PATIENCE).until(() -> tables() == 1);

        configure(SELDOM, "inbox, archive");
        database.close();
        await().atMost(PATIENCE).until(() -> waits(port) == 1);
        database = database(port);
        await().atMost(PATIENCE).until(() -> tables() == 2);
        assertThat(reloads()).as("edited, but nobody said so").isZero();

        database.close();
        await().atMost(PATIENCE).until(() -> waits(port) == 2);
        HangUp.send(process);
        database = database(port);
        await().atMost(PATIENCE).until(() -> reloads() == 1);
        process.destroy();
        assertThat(process.waitFor()).isZero();
    }

    private long tables() throws IOException {
        return lines("out").stream().filter(line -> line.startsWith("REPORT")).count();
    }

    private long reloads() throws IOException {
        return lines("out").stream()
                .filter(line -> line.contains(" is used from now on: "))
                .count();
    }

    /** How often it was said. */
    private long waits(int port) throws IOException {
        String words =
                "Waiting for the ledger, nothing is made meanwhile: the ledger postgresql://localhost:%d/postgres cannot be reached: "
                        .formatted(port);
        return lines("err").stream().filter(line -> line.startsWith(words)).count();
    }

    private void assertDeliveredOnceThoughSentTwice() {
        assertThat(simulator.inbox().messages("rows")).hasSize(1);
        assertThat(delivered())
                .as("the same bytes under the same key")
                .hasSize(2)
                .extracting(entry -> entry.request().header("Idempotency-Key") + entry.body())
                .containsOnly(delivered().get(0).request().header("Idempotency-Key")
                        + delivered().get(0).body());
    }

    @Test
    void aLedgerThatCannotBeReachedIsFoundOutByACheck() throws IOException {
        keepLedgerAt("jdbc:postgresql://127.0.0.1:1/reports?user=reports");
        configure(SELDOM, "archive");

        Journey.Outcome outcome = check();

        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.out())
                .contains(
                        "\nledger\tpostgresql://127.0.0.1:1/reports\tfailed\tthe ledger postgresql://127.0.0.1:1/reports cannot be reached: ")
                .endsWith("\tcheck ledger.url, ledger.password and that the database server runs\n");
    }

    private Journey.Outcome check() {
        Map<String, String> environment =
                Map.of("TOKEN", Organizations.ACME.token(), "INBOX", SimulatorSettings.INBOX_TOKEN);
        return new Journey(folder, environment, InstantSource.system())
                .execute(
                        "check",
                        "--online",
                        "--config",
                        folder.resolve("reports.yaml").toString());
    }

    private List<JournalEntry> delivered() {
        return simulator.journal().entries("/inbox/");
    }

    private void keepLedgerAt(String url) {
        sections = "ledger: { url: \"%s\" }%n".formatted(url);
    }
}
