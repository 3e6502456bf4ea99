package com.giosg.chatreports.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class BucketsTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/time/buckets.csv", delimiter = '|', numLinesToSkip = 2)
    void a_window_is_divided_as_the_local_clock_runs(
            String window, ZoneId zone, String granularity, int size, String starts) {
        Buckets buckets = buckets(window, zone, granularity);

        assertThat(buckets.size()).isEqualTo(size);
        assertThat(IntStream.range(0, size).mapToObj(buckets::start)).containsSequence(starts.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-10-25, day, 2020-10-25T00:00:00.000+03:00, 0",
        "2020-10-25, day, 2020-10-24T21:00:00.000Z, 0",
        "2020-10-25, day, 2020-10-25T00:00:00.001+03:00, -1",
        "2020-10-25, day, 2020-10-25T00:00:00+02:00, -1",
        "2020-10-25, day, 2020-10-26T00:00:00+02:00, -1",
        "2020-10-25, hour, 2020-10-25T03:00:00+03:00, 3",
        "2020-10-25, hour, 2020-10-25T03:00:00+02:00, 4",
        "2020-10-25, hour, 2020-10-25T03:30:00+02:00, -1",
        // The API dates a first bucket that is cut by the window by its uncut start.
        "2020-10, week, 2020-09-28T00:00:00+03:00, 0",
        "2020-10, week, 2020-10-01T00:00:00+03:00, -1",
        "2020-10, week, 2020-10-05T00:00:00+03:00, 1",
        "2020-10-15..2020-11-15, month, 2020-10-01T00:00:00+03:00, 0",
        "2020-10-15..2020-11-15, month, 2020-11-01T00:00:00+02:00, 1",
        "2020-10-15, year, 2020-01-01T00:00:00+02:00, 0",
        // Whatever the API prints for a window as a whole.
        "2020-10-25, all, 2020-10-25T00:00:00+03:00, 0",
        "2020-10-25, all, 2020-10-25T23:59:59.999+02:00, 0",
        "2020-10-25, all, 2020-10-26T00:00:00+02:00, -1",
        "2020-10-25, all, 2020-10-24T23:59:59.999+03:00, -1",
    })
    void a_bucket_is_found_by_the_instant_at_which_it_starts(
            String window, String granularity, OffsetDateTime start, int index) {
        assertThat(helsinki(window, granularity).indexOf(start.toInstant())).isEqualTo(index);
    }

    @Test
    void buckets_are_cut_to_the_window_at_both_ends() {
        Buckets weeks = helsinki("2020-10", "week");

        assertThat(weeks.start(0)).isEqualTo("2020-10-01T00:00:00+03:00");
        assertThat(weeks.end(0)).isEqualTo("2020-10-05T00:00:00+03:00");
        assertThat(weeks.start(4)).isEqualTo("2020-10-26T00:00:00+02:00");
        assertThat(weeks.end(4)).isEqualTo("2020-11-01T00:00:00+02:00");
    }

    @Test
    void iteration_gives_each_bucket_in_order() {
        Buckets days = helsinki("2020-10-24..2020-10-26", "day");

        assertThat(StreamSupport.stream(days.spliterator(), false))
                .containsExactly(days.get(0), days.get(1), days.get(2));
        assertThat(days.get(1).start()).isEqualTo("2020-10-25T00:00+03:00[Europe/Helsinki]");
        assertThat(days.get(1).end()).isEqualTo("2020-10-26T00:00+02:00[Europe/Helsinki]");
    }

    @Test
    void there_is_no_bucket_beyond_the_last() {
        Buckets day = helsinki("2020-10-25", "day");

        assertThatThrownBy(() -> day.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> day.start(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> day.end(1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void more_buckets_than_anybody_can_want_are_refused() {
        assertThatThrownBy(() -> helsinki("2000-01-01..2020-12-31", "minute"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the window 2000-01-01_2020-12-31 has more than 1100000 buckets;"
                        + " choose a coarser granularity");
    }

    private static Buckets helsinki(String window, String granularity) {
        return buckets(window, ZoneId.of("Europe/Helsinki"), granularity);
    }

    private static Buckets buckets(String window, ZoneId zone, String granularity) {
        return Buckets.of(
                Windows.parse(window).resolve(Instant.EPOCH, zone),
                Granularity.of(granularity).orElseThrow());
    }
}
