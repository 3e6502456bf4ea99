package com.giosg.chatreports.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A clock that may be set beside one that nobody sets. */
class TwoReadingsTest {

    private static final Instant NOON = Instant.parse("2020-06-01T12:00:00Z");

    private final TwoReadings readings = new TwoReadings();
    private Instant shown = NOON;
    private long passed;

    @Test
    void timeThatReallyPassesIsBelievedAtOnce() {
        read(Duration.ZERO, Duration.ZERO);
        assertThat(read(Duration.ofHours(5), Duration.ofHours(5))).contains(NOON.plusSeconds(5 * 3600));
    }

    @Test
    void aSmallJumpIsBelievedAtOnce() {
        read(Duration.ZERO, Duration.ZERO);
        assertThat(read(Duration.ofMinutes(9), Duration.ofSeconds(1))).isPresent();
    }

    @Test
    void aLongJumpAheadIsBelievedWhenItIsReadAgain() {
        read(Duration.ZERO, Duration.ZERO);
        assertThat(read(Duration.ofMinutes(11), Duration.ofSeconds(1))).isEmpty();
        assertThat(read(Duration.ofSeconds(5), Duration.ofSeconds(5))).contains(shown);
        assertThat(read(Duration.ofSeconds(5), Duration.ofSeconds(5))).contains(shown);
    }

    @Test
    void aJumpThatIsTakenBackNeverWas() {
        read(Duration.ZERO, Duration.ZERO);
        assertThat(read(Duration.ofDays(365), Duration.ofSeconds(1))).isEmpty();
        assertThat(read(Duration.ofDays(-365), Duration.ofSeconds(1))).contains(shown);
        assertThat(read(Duration.ofHours(1), Duration.ofSeconds(1))).isEmpty();
    }

    @Test
    void aSecondJumpNeedsAThirdReading() {
        read(Duration.ZERO, Duration.ZERO);
        assertThat(read(Duration.ofHours(1), Duration.ofSeconds(1))).isEmpty();
        assertThat(read(Duration.ofHours(1), Duration.ofSeconds(1))).isEmpty();
        assertThat(read(Duration.ofSeconds(1), Duration.ofSeconds(1))).contains(shown);
    }

    @Test
    void aJumpBackIsBelievedAtOnce() {
        read(Duration.ZERO, Duration.ZERO);
        assertThat(read(Duration.ofHours(-3), Duration.ofSeconds(1))).contains(shown);
    }

    private Optional<Instant> read(Duration onTheClock, Duration reallyPassed) {
        shown = shown.plus(onTheClock);
        passed += reallyPassed.toNanos();
        return readings.read(shown, passed);
    }
}
