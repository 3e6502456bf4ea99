package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No space for rows while {@code start} is there: nothing fails and no gap comes of it, the run goes on once there is space. */
class FullDataFolderTest extends SlowPhaseSupport {

    private static final int A_PART = 4096;

    private final CountDownLatch later = new CountDownLatch(1);

    /** One question after the other. */
    @Override
    String api() {
        return ", concurrency: 1";
    }

    @Override
    String reports() {
        return """
            daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, metrics: [real-chats, short-chats], sinks: out }
              posted: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, metrics: real-chats, sinks: inbox }""";
    }

    @Override
    String sinks() {
        return super.sinks() + "\n  inbox: { type: http, url: \"%s/inbox\" }".formatted(api.url());
    }

    @AfterEach
    void answer() {
        later.countDown();
    }

    @Test
    void theRunStaysAsItIsAndGoesOnOnceThereIsSpace() throws Exception {
        api.answers(ScriptedApi.FIGURES, ScriptedApi.FIGURES);
        try (SmallDisk disk = SmallDisk.at(data(), "1m")) {
            disk.fill(0);
            Run run = plannedRun();

            serve(run, Run.State.FETCHING);
            assertThat(ledger.requests(run.id())).allMatch(RequestEntry::isOpen);
            assertThat(ledger.deliveries(run.id())).isEmpty();
            assertThat(storage().getState()).isEqualTo(HealthCheck.State.DOWN);
            assertThat(storage().getMessage().orElseThrow())
                    .matches("No run goes on: the rows could not be kept: .*No space left on device\\. "
                            + "Next: check the space and the permissions of the data folder\\. "
                            + "Runs stay as they are meanwhile and go on by themselves");

            disk.free();
            serve(run, Run.State.DONE);
            assertThat(storage().getState()).isEqualTo(HealthCheck.State.UP);
            assertThat(troubles().notices()).isEmpty();
            assertThat(folder.resolve("out")).isNotEmptyDirectory();
        }
    }

    @Test
    void aRunThatIsPutOffSaysAsWellThatThereIsSpaceAgain() throws Exception {
        api.answers(ScriptedApi.FIGURES, ScriptedApi.FIGURES);
        try (SmallDisk disk = SmallDisk.at(data(), "1m")) {
            disk.fill(0);
            Run run = plannedRun();
            serve(run, Run.State.FETCHING);
            assertThat(storage().getState()).isEqualTo(HealthCheck.State.DOWN);

            disk.free();
            api.answers(ScriptedApi.status(503, Map.of(), ""));
            template.sendBody("direct:schedule-run", run.id());
            await().until(() -> ledger.run(run.id()).orElseThrow().nextTry().isPresent());

            await().untilAsserted(() -> assertThat(storage().getState()).isEqualTo(HealthCheck.State.UP));
        }
    }

    @Test
    void anAnswerThatIsKeptSaysSoBeforeTheRunIsOver() throws Exception {
        api.answers(ScriptedApi.FIGURES, ScriptedApi.FIGURES, later(ScriptedApi.FIGURES));
        try (SmallDisk disk = SmallDisk.at(data(), "1m")) {
            disk.fill(0);
            Run run = plannedRun();
            serve(run, Run.State.FETCHING);

            isWellOnceThereIsSpaceThough(disk, run, Run.State.FETCHING);
        }
    }

    @Test
    void soDoArtifactsBeforeTheyAreDelivered() throws Exception {
        api.answers(ScriptedApi.FIGURES);
        api.answersAt("/inbox", later(ScriptedApi.status(200, Map.of(), "{}")));
        try (SmallDisk disk = SmallDisk.at(data(), "1m")) {
            disk.fill(A_PART);
            Run run = plannedRun(configuration.reports().get("posted"), NOW);
            serve(run, Run.State.FETCHING);
            assertThat(ledger.requests(run.id())).noneMatch(RequestEntry::isOpen);

            isWellOnceThereIsSpaceThough(disk, run, Run.State.DELIVERING);
        }
    }

    /** The run has not come further than that yet. */
    private void isWellOnceThereIsSpaceThough(SmallDisk disk, Run run, Run.State going) throws IOException {
        assertThat(storage().getState()).isEqualTo(HealthCheck.State.DOWN);

        disk.free();
        template.sendBody("direct:schedule-run", run.id());

        await().untilAsserted(() -> assertThat(storage().getState()).isEqualTo(HealthCheck.State.UP));
        assertThat(state(run)).isEqualTo(going);
        later.countDown();
        await().until(() -> state(run) == Run.State.DONE);
    }

    private Reply later(Reply reply) {
        return exchange -> {
            await().until(() -> later.getCount() == 0);
            reply.to(exchange);
        };
    }

    private void serve(Run run, Run.State end) {
        template.sendBody("direct:schedule-run", run.id());
        Runs runs = (Runs) wiring.beans().get(Wiring.RUNS);
        await().until(() -> state(run) == end && !runs.isServed(run.id()));
    }
}
