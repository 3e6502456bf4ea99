package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** A process that is killed without a warning, and the one that is started after it. */
class RecoveryJourneyTest extends ProcessJourney {

    @Test
    void onlyWhatWasNotAnsweredIsAskedAgain() throws Exception {
        simulator.faults().add("delay=60s,times=1,path=chat_sessions");
        start(AT_ONCE, "archive");
        await().atMost(PATIENCE).until(() -> asked() == 2 && files("data/runs", ".csv") == 1);

        kill();
        simulator.faults().clear();
        start(SELDOM, "archive");

        await().atMost(PATIENCE).until(() -> !done().isEmpty());
        assertThat(done()).singleElement().asString().endsWith("rows: 2, delivered: 1 of 1, gaps: 0 of 2");
        assertThat(asked()).isEqualTo(3);
        assertThat(files("archive", ".csv")).isOne();
    }

    @Test
    void whatWasSealedIsNotAskedAgainAndWhatWasDeliveredIsNotDeliveredAgain() throws Exception {
        simulator.faults().add("delay=60s,path=/inbox/");
        start(AT_ONCE, "archive, inbox");
        await().atMost(PATIENCE)
                .until(() -> files("archive", ".csv") == 1
                        && !simulator.journal().entries("/inbox/").isEmpty());
        Object delivered = identity();

        kill();
        simulator.faults().clear();
        start(SELDOM, "archive, inbox");

        await().atMost(PATIENCE).until(() -> !done().isEmpty());
        assertThat(done()).singleElement().asString().endsWith("rows: 2, delivered: 2 of 2, gaps: 0 of 2");
        assertThat(asked()).isEqualTo(2);
        assertThat(identity()).isEqualTo(delivered);
        assertThat(simulator.inbox().messages("rows")).hasSize(1);
        assertThat(simulator.journal().entries("/inbox/"))
                .as("the same bytes under the same key")
                .hasSize(2)
                .extracting(entry -> entry.request().header("Idempotency-Key") + entry.body())
                .containsOnly(
                        simulator.journal().entries("/inbox/").get(0).request().header("Idempotency-Key")
                                + simulator.journal().entries("/inbox/").get(0).body());
    }

    @Test
    void aSecondStartIsRefusedAndARunHandsItsWorkOver() throws Exception {
        // That its port is taken is the lesser of the reasons.
        sections = ManagementPort.free().section();
        start(SELDOM, "archive");
        await().atMost(PATIENCE).until(() -> !lines("out").isEmpty());

        Process second = launch("second", "start");
        assertThat(second.waitFor()).isOne();
        assertThat(lines("second-err"))
                .singleElement()
                .asString()
                .startsWith("process " + process.pid() + " works on the data folder ")
                .contains(" Next: stop that one, or give this one another folder with --data");

        Process run = launch("run", "run", "often");
        assertThat(run.waitFor()).as(String.join("\n", lines("run-err"))).isZero();
        assertThat(lines("run-out")).hasSize(2).last().asString().startsWith("often\tacme\t");
        assertThat(done()).as("the one that was there made it").hasSize(1);
    }
}
