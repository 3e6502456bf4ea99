package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.route.ScriptedApi.Call;
import com.giosg.chatreports.time.SteadyClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sink is away, is left alone for a minute, and a delivery is given up after five days: by which clock? */
class ClockJumpTest extends SlowPhaseSupport {

    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration HOUR = Duration.ofHours(1);

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

    @Test
    void whoIsLeftAloneStaysSoWhereTheClockIsSetBack() {
        beginUntilLeftAlone();

        ahead = HOUR.negated();
        Run third = begin(NOW.minusSeconds(2));

        assertThat(inbox()).hasSize(10);
        assertThat(nextTry(third)).as("by the clock as it is now").isEqualTo(after(1).minus(HOUR));
        assertThat(troubles().notices()).singleElement().satisfies(notice -> assertThat(notice.more())
                .contains("Left alone since " + Breakers.print(NOW.minus(HOUR)))
                .anyMatch(line -> line.startsWith("Next call after " + Breakers.print(after(1).minus(HOUR)))));
        lookAt(1);
        assertThat(inbox()).as("one finds out").hasSize(11);
    }

    @Test
    void whoIsLeftAloneStaysSoWhereTheClockIsSetAhead() {
        beginUntilLeftAlone();

        ahead = HOUR;
        look(NOW.plusSeconds(10));
        look(NOW.plusSeconds(50));
        assertThat(troubles().notices()).singleElement().satisfies(notice -> assertThat(notice.more())
                .contains("Left alone since " + Breakers.print(NOW.plus(HOUR)))
                .anyMatch(line -> line.startsWith("Next call after " + Breakers.print(after(1).plus(HOUR)))));
        assertThat(inbox()).as("everything was due, and nobody called").hasSize(10);

        passTo(1);
        begin(NOW.minusSeconds(2));
        assertThat(inbox()).as("one finds out").hasSize(11);
    }

    /** Two runs, each with the five tries that it has within seconds. */
    private void beginUntilLeftAlone() {
        begin(NOW);
        begin(NOW.minusSeconds(1));
        assertThat(inbox()).hasSize(10);
    }

    private List<Call> inbox() {
        return api.calls().stream()
                .filter(call -> call.uri().getPath().equals("/inbox"))
                .toList();
    }

    private Instant nextTry(Run run) {
        return ledger.run(run.id()).orElseThrow().nextTry().orElseThrow();
    }
}
