package com.giosg.chatreports.simulator.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GranularityTest {

    private static final Instant START = Instant.parse("2020-01-15T10:20:30.456Z");

    @ParameterizedTest
    @CsvSource({
        // time, zone, granularity, start of the bucket, start of the next
        "2020-10-29T12:34:56.789+02:00, Europe/Helsinki, MINUTE, 2020-10-29T12:34+02:00, 2020-10-29T12:35+02:00",
        "2020-10-29T12:34:56.789+02:00, Europe/Helsinki, FIFTEEN_MINUTE, 2020-10-29T12:30+02:00, 2020-10-29T12:45+02:00",
        "2020-10-29T12:34:56.789+02:00, Europe/Helsinki, THIRTY_MINUTE, 2020-10-29T12:30+02:00, 2020-10-29T13:00+02:00",
        "2020-10-29T12:34:56.789+02:00, Europe/Helsinki, HOUR, 2020-10-29T12:00+02:00, 2020-10-29T13:00+02:00",
        "2020-10-29T12:34:56.789+02:00, Europe/Helsinki, DAY, 2020-10-29T00:00+02:00, 2020-10-30T00:00+02:00",
        "2020-10-29T12:34:56.789+02:00, UTC, DAY, 2020-10-29T00:00Z, 2020-10-30T00:00Z",
        "2020-10-29T00:30:00.000+02:00, UTC, DAY, 2020-10-28T00:00Z, 2020-10-29T00:00Z",
        "2020-10-29T12:34:56.789+02:00, Europe/Helsinki, WEEK, 2020-10-26T00:00+02:00, 2020-11-02T00:00+02:00",
        "2020-10-29T12:34:56.789+02:00, Europe/Helsinki, MONTH, 2020-10-01T00:00+03:00, 2020-11-01T00:00+02:00",
        "2020-10-29T12:34:56.789+02:00, Europe/Helsinki, YEAR, 2020-01-01T00:00+02:00, 2021-01-01T00:00+02:00",
        // the day the clocks go back: 25 hours, two of them called 03:00
        "2020-10-25T03:10+03:00, Europe/Helsinki, HOUR, 2020-10-25T03:00+03:00, 2020-10-25T03:00+02:00",
        "2020-10-25T03:10+02:00, Europe/Helsinki, HOUR, 2020-10-25T03:00+02:00, 2020-10-25T04:00+02:00",
        "2020-10-25T03:50+03:00, Europe/Helsinki, FIFTEEN_MINUTE, 2020-10-25T03:45+03:00, 2020-10-25T03:00+02:00",
        "2020-10-25T12:00+02:00, Europe/Helsinki, DAY, 2020-10-25T00:00+03:00, 2020-10-26T00:00+02:00",
        // the day they go forward: 23 hours, none called 03:00
        "2021-03-28T02:59+02:00, Europe/Helsinki, HOUR, 2021-03-28T02:00+02:00, 2021-03-28T04:00+03:00",
        "2021-03-28T12:00+03:00, Europe/Helsinki, DAY, 2021-03-28T00:00+02:00, 2021-03-29T00:00+03:00",
        // clocks that change within an hour cut it in two
        "2020-04-05T01:45+10:30, Australia/Lord_Howe, HOUR, 2020-04-05T01:30+10:30, 2020-04-05T02:00+10:30",
        "2020-04-05T03:40+13:45, Pacific/Chatham, THIRTY_MINUTE, 2020-04-05T03:30+13:45, 2020-04-05T02:45+12:45",
        "2020-10-04T02:45+11:00, Australia/Lord_Howe, HOUR, 2020-10-04T02:30+11:00, 2020-10-04T03:00+11:00",
        // no midnight on that day
        "2018-11-04T12:00-02:00, America/Sao_Paulo, DAY, 2018-11-04T01:00-02:00, 2018-11-05T00:00-02:00",
    })
    void knows_the_bucket_of_a_time_and_the_next(
            OffsetDateTime time, ZoneId zone, Granularity granularity, OffsetDateTime start, OffsetDateTime next) {
        Interval interval = new Interval(START, time.toInstant(), zone);
        Instant floor = granularity.floor(time.toInstant(), interval);
        assertThat(floor).isEqualTo(start.toInstant());
        assertThat(granularity.next(floor, interval)).isEqualTo(next.toInstant());
    }

    @Test
    void takes_the_whole_interval_as_the_one_bucket_of_all() {
        Interval interval = new Interval(START, START.plusSeconds(60), ZoneId.of("Europe/Helsinki"));
        assertThat(Granularity.ALL.floor(START.plusSeconds(30), interval)).isEqualTo(START);
        assertThat(Granularity.ALL.next(START, interval)).isEqualTo(interval.end());
    }

    @ParameterizedTest
    @EnumSource(value = Granularity.class, mode = EnumSource.Mode.EXCLUDE, names = "ALL")
    void leaves_no_gap_and_no_overlap(Granularity granularity) {
        for (String zone : List.of("Europe/Helsinki", "Pacific/Chatham", "Australia/Lord_Howe", "America/Sao_Paulo")) {
            for (String first : List.of("2018-11-03T10:07:00Z", "2020-04-04T09:00:00Z", "2020-10-24T20:00:00Z")) {
                Instant start = Instant.parse(first);
                Interval interval = new Interval(start, start.plusSeconds(40 * 3_600), ZoneId.of(zone));
                for (Instant bucket : Buckets.between(granularity, interval, start, interval.end())) {
                    Instant next = granularity.next(bucket, interval);
                    assertThat(next).isAfter(bucket);
                    assertThat(granularity.floor(bucket, interval)).isEqualTo(bucket);
                    assertThat(granularity.floor(next.minusMillis(1), interval)).isEqualTo(bucket);
                    assertThat(granularity.floor(next, interval)).isEqualTo(next);
                }
            }
        }
    }

    @Test
    void refuses_what_is_not_among_the_nine() {
        assertThatThrownBy(() -> Granularity.of("quarter"))
                .isInstanceOf(BadQuery.class)
                .hasMessage("\"quarter\" is not a valid choice.");
    }
}
