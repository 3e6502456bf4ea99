package com.giosg.chatreports.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A clock that may be set beside one that nobody sets. */
class SteadyClockTest {

    private static final Instant NOON = Instant.parse("2020-06-01T12:00:00Z");

    private Instant shown = NOON;
    private long passed;
    private final SteadyClock clock = new SteadyClock(() -> shown, () -> passed);

    @Test
    void timeThatReallyPassesIsBelievedAtOnce() {
        assertThat(read(Duration.ofHours(5), Duration.ofHours(5))).isEqualTo(NOON.plusSeconds(5 * 3600));
    }

    @Test
    void aSmallJumpIsBelievedAtOnce() {
        assertThat(read(Duration.ofMinutes(9), Duration.ofSeconds(1))).isEqualTo(shown);
    }

    @Test
    void aLongJumpAheadIsBelievedWhenItIsStillThereHalfAMinuteLater() {
        assertThat(read(Duration.ofHours(1), Duration.ofSeconds(1))).isEqualTo(NOON.plusSeconds(1));
        assertThat(read(Duration.ZERO, Duration.ZERO)).as("asked by another").isEqualTo(NOON.plusSeconds(1));
        assertThat(read(Duration.ofSeconds(29), Duration.ofSeconds(29))).isEqualTo(NOON.plusSeconds(30));
        assertThat(read(Duration.ofSeconds(1), Duration.ofSeconds(1))).isEqualTo(shown);
        assertThat(read(Duration.ofSeconds(1), Duration.ofSeconds(1))).isEqualTo(shown);
    }

    @Test
    void aJumpThatIsTakenBackNeverWas() {
        assertThat(read(Duration.ofDays(365), Duration.ofSeconds(1))).isEqualTo(NOON.plusSeconds(1));
        assertThat(read(Duration.ofDays(-365).plusSeconds(41), Duration.ofSeconds(40)))
                .isEqualTo(shown);
        assertThat(read(Duration.ofHours(1), Duration.ZERO)).isEqualTo(NOON.plusSeconds(41));
    }

    @Test
    void aSecondJumpIsDoubtedAnew() {
        read(Duration.ofHours(1), Duration.ofSeconds(1));
        assertThat(read(Duration.ofHours(1), Duration.ofSeconds(30))).isEqualTo(NOON.plusSeconds(31));
        assertThat(read(Duration.ofSeconds(30), Duration.ofSeconds(30))).isEqualTo(shown);
    }

    @Test
    void aJumpBackIsBelievedAtOnce() {
        assertThat(read(Duration.ofHours(-3), Duration.ofSeconds(1))).isEqualTo(shown);
    }

    private Instant read(Duration onTheClock, Duration reallyPassed) {
        shown = shown.plus(onTheClock);
        passed += reallyPassed.toNanos();
        return clock.instant();
    }
}
