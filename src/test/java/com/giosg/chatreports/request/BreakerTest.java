package com.giosg.chatreports.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Who fails again and again is left alone for a minute, and again after every call that fails then. */
class BreakerTest {

    /** Where a clock that nobody sets begins is its own business: that of a Java machine may begin below zero. */
    private Instant now = Instant.EPOCH.minusSeconds(30);

    private final Breaker breaker = new Breaker(() -> now);

    @Test
    void opensAtTheTenthFailureInARow() {
        for (int time = 1; time < 10; time++) {
            assertThat(breaker.failed("call " + time, "refused")).isFalse();
            assertThat(breaker.remaining()).isZero();
        }

        assertThat(breaker.failed("call 10", "refused")).isTrue();
        assertThat(breaker.remaining()).isEqualTo(Duration.ofSeconds(60));
        pass(59);
        assertThat(breaker.remaining()).isEqualTo(Duration.ofSeconds(1));
        pass(1);
        assertThat(breaker.remaining()).isZero();
        pass(3600);
        assertThat(breaker.remaining()).isZero();
    }

    @Test
    void whatIsTriedAgainAndAgainIsNoReasonAlone() {
        for (int time = 0; time < 100; time++) {
            breaker.failed("the same", "refused");
        }
        assertThat(breaker.remaining()).isZero();

        assertThat(breaker.failed("another", "refused")).isTrue();
        assertThat(breaker.remaining()).isPositive();
    }

    @Test
    void anAnswerInBetweenBeginsTheRowAnew() {
        fail(9);
        assertThat(breaker.answered()).isEmpty();
        fail(9);

        assertThat(breaker.remaining()).isZero();
        assertThat(breaker.leftAlone()).isEmpty();
    }

    @Test
    void oneFailureAfterTheMinuteIsAnotherMinute() {
        fail(10);

        pass(75);
        assertThat(breaker.failed("again", "refused")).as("said once").isFalse();
        pass(1);
        assertThat(breaker.remaining()).isEqualTo(Duration.ofSeconds(59));
    }

    @Test
    void saysWhyAndForHowLongSomebodyIsLeftAlone() {
        fail(10);
        pass(75);
        breaker.failed("again", "silent");
        pass(20);

        assertThat(breaker.leftAlone())
                .contains(new Breaker.LeftAlone(11, "silent", Duration.ofSeconds(95), Duration.ofSeconds(40)));
    }

    @Test
    void oneAnswerClosesItAndSaysHowLongItWas() {
        fail(10);
        pass(75);
        fail(1);
        pass(65);

        assertThat(breaker.answered()).contains(Duration.ofSeconds(140));
        assertThat(breaker.remaining()).isZero();
        fail(9);
        assertThat(breaker.remaining()).isZero();
        assertThat(breaker.failed("again", "refused")).isTrue();
    }

    private void fail(int times) {
        for (int time = 0; time < times; time++) {
            breaker.failed("call " + time, "refused");
        }
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
    }
}
