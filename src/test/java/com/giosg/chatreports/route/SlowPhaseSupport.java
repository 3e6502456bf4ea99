package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.ledger.Run;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.apache.camel.health.HealthCheck;

/** The routes under an application that is there day and night, and a clock that only the test moves. */
abstract class SlowPhaseSupport extends RouteTestSupport {

    private volatile Instant now = NOW;
    private final InstantSource steady = () -> now;
    private InstantSource clock;
    private Takeover takeover;

    @Override
    Patience patience() {
        return Patience.LONG;
    }

    /** The one that the application reads, and that somebody may set. */
    InstantSource clock(InstantSource real) {
        return real;
    }

    @Override
    Wiring wiring() {
        clock = clock(steady);
        Wiring made = Wiring.of(installation(clock).lasting(steady), patience());
        takeover = new Takeover(ledger, (Runs) made.beans().get(Wiring.RUNS), clock);
        return made.withTimers(new Planning(installation()));
    }

    /** As whoever looks at the status page is told of it. */
    Troubles troubles() {
        return wiring.troubles(installation(clock), Standing.CURRENT);
    }

    /** As the health check says it. */
    HealthCheck.Result storage() {
        StorageCheck check = new StorageCheck(troubles());
        check.setCamelContext(context);
        return check.call();
    }

    Run begin() {
        return begin(NOW);
    }

    Run begin(Instant due) {
        Run run = plannedRun(due);
        look(now);
        return run;
    }

    /** Time passes, and nothing is looked at. */
    void passTo(int minute) {
        now = after(minute);
    }

    void lookAt(int minute) {
        look(after(minute));
    }

    /** Takes up what is ready, and waits until nothing of it is going. */
    void look(Instant at) {
        now = at;
        List<String> ready = takeover.unserved();
        ready.forEach(run -> template.sendBody("direct:schedule-run", run));
        Runs runs = (Runs) wiring.beans().get(Wiring.RUNS);
        await().until(() -> ready.stream().allMatch(this::isOverOrRests));
        await().until(() -> ready.stream().noneMatch(runs::isServed));
        assertThat(takeover.unserved()).as("a look in between").isEmpty();
    }

    private boolean isOverOrRests(String runId) {
        Run run = ledger.run(runId).orElseThrow();
        return run.state().isFinal()
                || run.nextTry().filter(clock.instant()::isBefore).isPresent();
    }

    Run.State state(Run run) {
        return ledger.run(run.id()).orElseThrow().state();
    }

    static Instant after(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }
}
