package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
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

            disk.free();
            serve(run, Run.State.DONE);
            assertThat(folder.resolve("out")).isNotEmptyDirectory();
        }
    }

    private void serve(Run run, Run.State end) {
        template.sendBody("direct:schedule-run", run.id());
        Runs runs = (Runs) wiring.beans().get(Wiring.RUNS);
        await().until(() -> state(run) == end && !runs.isServed(run.id()));
    }
}
