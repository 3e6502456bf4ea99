package com.giosg.chatreports.ledger;

import static com.giosg.chatreports.ledger.ReportsForTests.organization;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
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
        assertThat(Spread.of(runId, HOUR.atZone(ZoneOffset.UTC), DAY)).hasSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-11-02T06:00:00Z, P1D,   true",
        "2020-11-02T06:00:00Z, PT5M,  true",
        "2020-11-02T06:00:00Z, PT10S, false",
        "2020-11-02T06:00:00Z, PT4M,  false",
        "2020-11-02T06:30:00Z, P1D,   false",
        "2020-11-02T06:00:01Z, P1D,   false",
        "2020-11-02T09:00:00+05:30[Asia/Kolkata],   P1D, true",
        "2020-11-02T09:30:00+05:30[Asia/Kolkata],   P1D, false",
        "2020-11-02T09:00:00+05:45[Asia/Kathmandu], P1D, true",
        "2020-11-02T09:45:00+05:45[Asia/Kathmandu], P1D, false",
    })
    void onlyWholeHoursAreSpreadAndNoRunIntoTheNext(ZonedDateTime due, Duration spacing, boolean spread) {
        assertThat(Spread.of("rb48f74jli47g48ok", due, spacing).isZero()).isEqualTo(!spread);
    }

    /** Some are off by half or a quarter of an hour, Lord Howe in summer by another half hour than in winter. */
    @Test
    void theWholeHoursAreThoseOfTheReportsOwnClock() {
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            DueTimes times = new DueTimes(ReportsForTests.spread("every 15m"), organization("acme", zone));
            for (int quarter = 0; quarter < 4 * 24 * 366; quarter += 61) {
                ZonedDateTime due = LocalDateTime.of(2024, 1, 1, 0, 0)
                        .plusMinutes(15L * quarter)
                        .atZone(zone);
                Instant expected = due.getMinute() == 0 ? spread(times, due.toInstant()) : due.toInstant();
                assertThat(times.start(due.toInstant())).as("%s", due).isEqualTo(expected);
            }
        }
    }

    /** The same on every machine and after every restart. */
    private static Instant spread(DueTimes times, Instant due) {
        return due.plusSeconds(
                RunId.hash(times.runId(due)).mod(BigInteger.valueOf(60)).longValue());
    }

    @Test
    void startsAreSpreadEvenlyOverTheMinute() {
        Map<Long, Long> perSecond = IntStream.range(0, 60_000)
                .mapToObj(organization -> RunId.of("daily", "organization-" + organization, HOUR))
                .collect(Collectors.groupingBy(
                        runId -> Spread.of(runId, HOUR.atZone(ZoneOffset.UTC), DAY)
                                .toSeconds(),
                        Collectors.counting()));

        assertThat(perSecond).hasSize(60);
        assertThat(perSecond.values()).allSatisfy(starts -> assertThat(starts).isBetween(850L, 1150L));
    }
}
