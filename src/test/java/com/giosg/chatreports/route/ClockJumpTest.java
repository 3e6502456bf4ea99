package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.time.SteadyClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sink is away, and a delivery is given up after five days: by which clock? */
class ClockJumpTest extends SlowPhaseSupport {

    private static final Duration MONTH = Duration.ofDays(30);

    /** What somebody set the clock ahead by. */
    private volatile Duration ahead = Duration.ZERO;

    @Override
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, metrics: real-chats, sinks: warehouse }";
    }

    @Override
    String sinks() {
        return "warehouse: { type: http, url: \"%s/inbox\" }".formatted(api.url());
    }

    @Override
    InstantSource clock(InstantSource real) {
        return new SteadyClock(() -> real.instant().plus(ahead), () -> Duration.between(NOW, real.instant())
                .toNanos());
    }

    @BeforeEach
    void sinkIsAway() {
        api.answers(FIGURES);
        api.answersAt("/inbox", status(503, Map.of(), ""));
    }

    @Test
    void aJumpThatIsTakenBackGivesNothingUpAndTriesNothingBeforeItsTime() {
        Run run = begin();

        ahead = MONTH;
        lookAt(4);
        assertThat(nextTry(run)).isEqualTo(after(5));

        ahead = Duration.ZERO;
        lookAt(5);
        assertThat(nextTry(run)).isEqualTo(after(20));
    }

    @Test
    void whatIsTriedDuringTheDoubtIsTriedAgain() {
        Run run = begin();

        ahead = MONTH;
        lookAt(5);

        assertThat(nextTry(run)).isEqualTo(after(20));
    }

    @Test
    void aJumpThatStaysIsBelieved() {
        Run run = begin();
        ahead = MONTH;
        lookAt(1);

        lookAt(2);

        assertThat(state(run)).isEqualTo(Run.State.FAILED);
    }

    private Instant nextTry(Run run) {
        return ledger.run(run.id()).orElseThrow().nextTry().orElseThrow();
    }
}
