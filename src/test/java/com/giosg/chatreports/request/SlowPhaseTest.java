package com.giosg.chatreports.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The slow phase of retries. */
class SlowPhaseTest {

    private static final Instant FAILED = Instant.parse("2020-11-02T06:00:00Z");

    @Test
    void triesAgainEverLessOftenAndAtTheLimitForTheLastTime() {
        List<Duration> tries = tries(Duration.ofHours(9));

        assertThat(tries.stream().map(Duration::toMinutes)).containsExactly(5L, 20L, 50L, 110L, 230L, 350L, 470L, 540L);
    }

    @Test
    void goesOnEveryTwoHoursForDays() {
        List<Duration> tries = tries(Duration.ofDays(5));

        assertThat(tries).hasSize(64).last().isEqualTo(Duration.ofDays(5));
        assertThat(tries.get(62).minus(tries.get(61))).isEqualTo(Duration.ofHours(2));
    }

    /** Since the first failure, where each try fails at once. */
    private static List<Duration> tries(Duration limit) {
        List<Duration> tries = new ArrayList<>();
        Optional<SlowPhase> phase = SlowPhase.after(Optional.empty(), FAILED, Optional.empty(), FAILED.plus(limit));
        while (phase.isPresent()) {
            assertThat(phase.get().first()).isEqualTo(FAILED);
            assertThat(phase.get().tries()).isEqualTo(tries.size() + 1);
            Instant next = phase.get().next();
            tries.add(Duration.between(FAILED, next));
            phase = SlowPhase.after(phase, next, Optional.empty(), FAILED.plus(limit));
        }
        return tries;
    }

    @Test
    void waitsAsLongAsTheOtherSideAsks() {
        assertThat(next(Duration.ofHours(3), Duration.ofDays(1))).contains(FAILED.plus(Duration.ofHours(3)));
        assertThat(next(Duration.ofSeconds(3), Duration.ofDays(1)))
                .as("shorter than usual is no reason to hurry")
                .contains(FAILED.plus(Duration.ofMinutes(5)));
    }

    @Test
    void givesUpWhereTheOtherSideAsksForMoreThanThereIs() {
        assertThat(next(Duration.ofHours(3), Duration.ofHours(2))).isEmpty();
    }

    @Test
    void givesUpWhereHardlyAnyTimeIsLeft() {
        assertThat(next(Duration.ZERO, Duration.ofSeconds(59))).isEmpty();
        assertThat(next(Duration.ZERO, Duration.ofSeconds(60))).contains(FAILED.plusSeconds(60));
        assertThat(next(Duration.ZERO, Duration.ofDays(-1))).isEmpty();
    }

    @Test
    void whatIsNotTriedWaitsForSomebodyElseFirstAndThenAsIfItHadFailed() {
        Instant soon = FAILED.plusSeconds(40);
        Instant limit = FAILED.plus(Duration.ofDays(5));

        Optional<SlowPhase> first = SlowPhase.notTried(Optional.empty(), FAILED, soon, limit);
        assertThat(first).contains(new SlowPhase(0, FAILED, soon));
        Optional<SlowPhase> second = SlowPhase.notTried(first, soon, soon.plusSeconds(60), limit);
        assertThat(second).contains(new SlowPhase(1, FAILED, soon.plus(Duration.ofMinutes(5))));
        assertThat(SlowPhase.after(first, soon, Optional.empty(), limit)).isEqualTo(second);
    }

    @Test
    void theLastTryIsNotLeftOut() {
        Optional<SlowPhase> before = Optional.of(new SlowPhase(3, FAILED.minusSeconds(9), FAILED));

        assertThat(SlowPhase.notTried(before, FAILED, FAILED.plusSeconds(60), FAILED))
                .isEmpty();
        assertThat(SlowPhase.notTried(Optional.empty(), FAILED, FAILED.plusSeconds(60), FAILED.plusSeconds(60)))
                .isEmpty();
    }

    private static Optional<Instant> next(Duration asked, Duration limit) {
        return SlowPhase.after(Optional.empty(), FAILED, Optional.of(asked), FAILED.plus(limit))
                .map(SlowPhase::next);
    }
}
