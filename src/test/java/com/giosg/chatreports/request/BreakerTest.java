package com.giosg.chatreports.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who fails again and again is left alone for a minute, and again after every call that fails then. */
class BreakerTest {

    private static final Instant NOW = Instant.parse("2020-11-02T06:00:00Z");

    private final Breaker breaker = new Breaker();

    @Test
    void opensAtTheTenthFailureInARow() {
        for (int time = 1; time < 10; time++) {
            assertThat(breaker.failed("call " + time, "refused", NOW)).isFalse();
            assertThat(breaker.shutUntil(NOW)).isEmpty();
        }

        assertThat(breaker.failed("call 10", "refused", NOW)).isTrue();
        assertThat(breaker.shutUntil(NOW)).contains(after(60));
        assertThat(breaker.shutUntil(after(59))).isPresent();
        assertThat(breaker.shutUntil(after(60))).isEmpty();
    }

    @Test
    void whatIsTriedAgainAndAgainIsNoReasonAlone() {
        for (int time = 0; time < 100; time++) {
            breaker.failed("the same", "refused", NOW);
        }
        assertThat(breaker.shutUntil(NOW)).isEmpty();

        assertThat(breaker.failed("another", "refused", NOW)).isTrue();
        assertThat(breaker.shutUntil(NOW)).isPresent();
    }

    @Test
    void anAnswerInBetweenBeginsTheRowAnew() {
        fail(9, NOW);
        assertThat(breaker.answered(NOW)).isEmpty();
        fail(9, NOW);

        assertThat(breaker.shutUntil(NOW)).isEmpty();
    }

    @Test
    void oneFailureAfterTheMinuteIsAnotherMinute() {
        fail(10, NOW);

        assertThat(breaker.failed("again", "refused", after(75)))
                .as("said once")
                .isFalse();
        assertThat(breaker.shutUntil(after(76))).contains(after(135));
    }

    @Test
    void aClockThatIsSetBackMakesTheMinuteNoLonger() {
        fail(10, NOW);

        assertThat(breaker.shutUntil(after(-3600))).isEmpty();
    }

    @Test
    void oneAnswerClosesItAndSaysHowLongItWas() {
        fail(10, NOW);
        fail(1, after(75));

        assertThat(breaker.answered(after(140))).contains(Duration.ofSeconds(140));
        assertThat(breaker.shutUntil(after(140))).isEmpty();
        fail(9, after(150));
        assertThat(breaker.shutUntil(after(150))).isEmpty();
        assertThat(breaker.failed("again", "refused", after(150))).isTrue();
    }

    private void fail(int times, Instant at) {
        for (int time = 0; time < times; time++) {
            breaker.failed("call " + time, "refused", at);
        }
    }

    private static Instant after(int seconds) {
        return NOW.plusSeconds(seconds);
    }
}
