package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.time.SteadyClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The way from a timer to a served run, with the clock in our hands. */
class PlanningTest extends RouteTestSupport {

    private Instant now = NOW;
    private long nanos;

    @Override
    String reports() {
        return "daily: { every: 1m, window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, metrics: real-chats, sinks: out }";
    }

    private Planning planning() {
        return new Planning(installation(new SteadyClock(() -> now, () -> nanos)));
    }

    private void pass(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    @Test
    void whatIsDueIsPlannedOnce() {
        Planning planning = planning();
        assertThat(planning.due("daily")).isEmpty();

        pass(Duration.ofMinutes(1));
        assertThat(planning.due("daily")).singleElement().satisfies(runId -> assertThat(
                        ledger.run(runId).orElseThrow().due())
                .isEqualTo(NOW.plusSeconds(60)));
        assertThat(planning.due("daily")).isEmpty();
    }

    @Test
    void aPlannedRunIsServed() {
        api.answers(ScriptedApi.FIGURES);
        Planning planning = planning();
        pass(Duration.ofMinutes(1));

        String runId = planning.due("daily").get(0);
        template.sendBodyAndHeader("direct:schedule-run", runId, "CamelFileName", "../hostile");

        await().until(() -> ledger.run(runId).orElseThrow().state().isFinal());
        assertThat(ledger.run(runId)).map(Run::state).contains(Run.State.DONE);
    }

    @Test
    void nothingIsDueOnceItIsStopped() {
        Planning planning = planning();
        planning.stop();
        pass(Duration.ofMinutes(1));

        assertThat(planning.due("daily")).isEmpty();
        assertThat(ledger.unfinished()).isEmpty();
    }

    @Test
    void aClockThatJumpsAheadIsAskedTwice() {
        Planning planning = planning();
        planning.due("daily");
        now = now.plus(Duration.ofHours(8));

        assertThat(planning.due("daily")).isEmpty();
        pass(Duration.ofSeconds(30));
        assertThat(planning.due("daily")).hasSize(1);
    }
}
