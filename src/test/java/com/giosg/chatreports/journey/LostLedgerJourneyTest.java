package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.simulator.http.JournalEntry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ledger is lost while {@code start} waits for a sink that does not answer. */
class LostLedgerJourneyTest extends ProcessJourney {

    private static final Duration LONGEST_END = Duration.ofSeconds(40);

    private static final String OTHER_DAY = "2020-10-30";

    private EmbeddedPostgres database;
    private ManagementPort port;

    @BeforeEach
    void startDatabase() throws IOException {
        database = database(0);
        port = ManagementPort.free();
        sections =
                "%s\nledger: { url: \"%s\" }\n".formatted(port.section(), database.getJdbcUrl("postgres", "postgres"));
    }

    @AfterEach
    void endDatabase() throws IOException {
        database.close();
    }

    @Test
    void aStopIsObeyedAllTheSame() throws Exception {
        simulator.faults().add("delay=5m,path=/inbox/");
        loseLedgerWhileDelivering();

        process.destroy();

        assertThat(process.waitFor(LONGEST_END.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    /** It is the same process that waits and that serves again, so nobody is sent anything twice at once; another run only waits for the API. */
    @Test
    void theNextOneIsServedMeanwhileAndTheRunIsTakenUpOnceTheWaitIsOver() throws Exception {
        simulator.faults().add("delay=90s,times=1,path=/inbox/");
        serveUntilDelivering();
        beginAnotherThatWaitsForTheApi();
        loseLedger();

        await().atMost(PATIENCE).until(() -> said("Waiting for the ledger, nothing is made meanwhile: "));
        assertThat(said("these runs are taken up again once that wait is over: "))
                .isTrue();
        takeUpAgain();
        assertThat(port.page()).contains("often");
        await().atMost(PATIENCE).until(() -> done().size() == 1);
        assertThat(done()).singleElement().asString().contains(OTHER_DAY);
        assertThat(delivered()).as("while the first one waits").hasSize(2);
        assertThat(sinceFirst(1)).isLessThan(Duration.ofSeconds(90));

        await().atMost(PATIENCE).until(() -> done().size() == 2);
        assertThat(done()).allMatch(line -> line.endsWith("rows: 2, delivered: 1 of 1, gaps: 0 of 2"));
        assertThat(delivered()).hasSize(3);
        assertThat(sinceFirst(2)).isGreaterThan(Duration.ofSeconds(90));
        assertThat(simulator.inbox().messages("rows"))
                .as("the first one by one key")
                .hasSize(2);
        process.destroy();
        assertThat(process.waitFor()).isZero();
        assertThat(lines("err"))
                .as("nothing of what Camel thinks about it, and no trace")
                .noneMatch(line -> line.contains("hutdown") || line.startsWith("\tat "));
    }

    /** Though somebody has the port in the meantime. */
    @Test
    void whatArrivedMeanwhileIsNotedInTheNextOneAndNotSentAgain() throws Exception {
        simulator.faults().add("delay=15s,times=1,path=/inbox/");
        loseLedgerWhileDelivering();
        try (ServerSocket somebody = new ServerSocket(port.number(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(somebody.isBound()).isTrue();
            database = database(database.getPort());
            await().atMost(PATIENCE).until(() -> said(" is taken on this machine"));
        }

        await().atMost(PATIENCE).until(() -> !done().isEmpty());

        assertThat(done()).singleElement().asString().endsWith("rows: 2, delivered: 1 of 1, gaps: 0 of 2");
        assertThat(delivered()).hasSize(1);
        process.destroy();
        assertThat(process.waitFor()).isZero();
    }

    private void takeUpAgain() throws IOException {
        database = database(database.getPort());
        await().atMost(PATIENCE).until(() -> tables() == 2);
    }

    private long tables() throws IOException {
        return lines("out").stream().filter(line -> line.startsWith("REPORT")).count();
    }

    private Duration sinceFirst(int number) {
        return Duration.between(
                delivered().get(0).time(), delivered().get(number).time());
    }

    private void loseLedgerWhileDelivering() throws Exception {
        serveUntilDelivering();
        loseLedger();
    }

    private void serveUntilDelivering() throws Exception {
        start(SELDOM, "inbox");
        await().atMost(PATIENCE).until(() -> !lines("out").isEmpty());
        assertThat(launch("run", "run", "often").isAlive()).isTrue();
        await().atMost(PATIENCE).until(() -> !delivered().isEmpty());
    }

    /** For as long as the application that asked is left. */
    private void beginAnotherThatWaitsForTheApi() throws Exception {
        long before = asked();
        simulator.faults().add("delay=90s,times=1,path=chat_sessions");
        assertThat(launch("other", "run", "often", "--window", OTHER_DAY).isAlive())
                .isTrue();
        await().atMost(PATIENCE).until(() -> asked() > before);
    }

    private void loseLedger() throws Exception {
        database.close();
        await().atMost(PATIENCE).until(() -> said(" is lost: "));
    }

    private boolean said(String words) throws IOException {
        return lines("err").stream().anyMatch(line -> line.contains(words));
    }

    private List<JournalEntry> delivered() {
        return simulator.journal().entries("/inbox/");
    }
}
