package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpreadTest {

    private static final Instant HOUR = Instant.parse("2020-11-02T06:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    /** Every machine has to come to the same start. */
    @ParameterizedTest
    @CsvSource({"rb48f74jli47g48ok, 48", "rn97j20g0dv201h64, 40", "r0000000000000000, 0"})
    void isTheRemainderOfTheHashThatTheIdIs(String runId, long seconds) {
        assertThat(Spread.of(runId, HOUR, DAY)).hasSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-11-02T06:00:00Z, P1D,   true",
        "2020-11-02T06:00:00Z, PT5M,  true",
        "2020-11-02T06:00:00Z, PT10S, false",
        "2020-11-02T06:00:00Z, PT4M,  false",
        "2020-11-02T06:30:00Z, P1D,   false",
        "2020-11-02T06:00:01Z, P1D,   false",
    })
    void onlyWholeHoursAreSpreadAndNoRunIntoTheNext(Instant due, Duration spacing, boolean spread) {
        assertThat(Spread.of("rb48f74jli47g48ok", due, spacing).isZero()).isEqualTo(!spread);
    }

    @Test
    void startsAreSpreadEvenlyOverTheMinute() {
        Map<Long, Long> perSecond = IntStream.range(0, 60_000)
                .mapToObj(organization -> RunId.of("daily", "organization-" + organization, HOUR))
                .collect(Collectors.groupingBy(
                        runId -> Spread.of(runId, HOUR, DAY).toSeconds(), Collectors.counting()));

        assertThat(perSecond).hasSize(60);
        assertThat(perSecond.values()).allSatisfy(starts -> assertThat(starts).isBetween(850L, 1150L));
    }
}
