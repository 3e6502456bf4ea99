package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import java.util.Map;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.Test;

/** No space for rows while {@code start} is there: nothing fails and no gap comes of it, the run goes on once there is space. */
class FullDataFolderTest extends SlowPhaseSupport {

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

    private void serve(Run run, Run.State end) {
        template.sendBody("direct:schedule-run", run.id());
        Runs runs = (Runs) wiring.beans().get(Wiring.RUNS);
        await().until(() -> state(run) == end && !runs.isServed(run.id()));
    }
}
