package com.giosg.chatreports.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulesTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @ParameterizedTest
    @CsvFileSource(
            resources = "/time/schedules.csv",
            delimiter = '|',
            quoteCharacter = '\'',
            numLinesToSkip = 2,
            maxCharsPerColumn = 1000)
    void a_schedule_falls_due_at_these_instants(
            String schedule, ZoneId zone, OffsetDateTime after, OffsetDateTime before, String due) {
        assertThat(due(parse(schedule), zone, after.toInstant(), before.toInstant())
                        .map(instant -> OffsetDateTime.ofInstant(instant, zone)))
                .containsExactlyElementsOf(
                        Arrays.stream(due.split(" ")).map(OffsetDateTime::parse).toList());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/time/times_due_in_a_day.csv", delimiter = '|', numLinesToSkip = 2)
    void a_schedule_falls_due_so_many_times_in_a_day(String schedule, ZoneId zone, LocalDate day, int times) {
        Instant beforeTheDay = day.atStartOfDay(zone).toInstant().minusNanos(1);
        Instant nextDay = day.plusDays(1).atStartOfDay(zone).toInstant();

        assertThat(due(parse(schedule), zone, beforeTheDay, nextDay)).hasSize(times);
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/time/refused_schedules.csv",
            delimiter = '|',
            quoteCharacter = '\'',
            useHeadersInDisplayName = true)
    void a_schedule_that_cannot_be_is_refused_in_plain_words(String schedule, String message) {
        assertThatThrownBy(() -> parse(schedule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void the_next_instant_is_strictly_after_the_given_one() {
        Instant due = Instant.parse("2020-06-01T04:30:00Z");
        for (Schedule schedule : List.of(
                Schedules.at(List.of("07:30"), List.of()),
                Schedules.every("30m"),
                Schedules.cron("30 7 * * *"),
                Schedules.cron("30 * * * *"))) {
            assertThat(schedule.nextAfter(due.minusNanos(1), HELSINKI)).hasValue(due);
            assertThat(schedule.nextAfter(due, HELSINKI).orElseThrow()).isAfter(due);
            assertThat(schedule.nextAfter(due.plusNanos(1), HELSINKI)).isEqualTo(schedule.nextAfter(due, HELSINKI));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            every 10s               | PT10S
            every 1h                | PT1H
            every 1d                | P1D
            at 07:30                | P1D
            at 07:30 on monday      | P1D
            at 07:30, 19:00         | PT11H30M
            at 23:30, 00:10         | PT40M
            cron */15 * * * *       | PT15M
            cron 10,50 * * * *      | PT20M
            cron 0 */6 * * *        | PT6H
            cron 0,5 6 * * *        | PT5M
            """)
    void two_due_instants_are_never_closer_than_this(String schedule, Duration spacing) {
        assertThat(parse(schedule).spacing()).isEqualTo(spacing);
    }

    @Test
    void a_schedule_for_a_day_that_no_year_has_never_falls_due() {
        assertThat(Schedules.cron("0 0 30 2 *").nextAfter(Instant.EPOCH, HELSINKI))
                .isEmpty();
        assertThat(Schedules.cron("* * 31 4,6,9,11 *").nextAfter(Instant.EPOCH, HELSINKI))
                .isEmpty();
    }

    @Test
    void a_time_is_six_in_the_morning_where_only_days_are_given() {
        Schedule schedule = Schedules.at(List.of(), List.of("monday"));

        assertThat(schedule.text()).isEqualTo("at 06:00 on monday");
        assertThat(schedule.nextAfter(Instant.parse("2020-06-02T00:00:00Z"), HELSINKI))
                .hasValue(Instant.parse("2020-06-08T03:00:00Z"));
    }

    @Test
    void a_schedule_says_itself() {
        assertThat(Schedules.every("6h").text()).isEqualTo("every 6h");
        assertThat(Schedules.cron("15 5 * * mon").text()).isEqualTo("cron 15 5 * * mon");
        assertThat(Schedules.at(List.of("07:30", "18:00"), List.of()).text()).isEqualTo("at 07:30, 18:00 every day");
        assertThat(Schedules.at(List.of("07:30"), List.of("mon", "thu")).text()).isEqualTo("at 07:30 on mon, thu");
    }

    @Test
    void every_day_that_is_listed_is_known() {
        assertThat(Schedules.dayNames()).contains("monday", "sun", "weekdays", "weekend", "1", "31", "last");
        assertThat(Schedules.dayNames()).allSatisfy(day -> assertThat(
                        Schedules.at(List.of(), List.of(day)).nextAfter(Instant.EPOCH, HELSINKI))
                .isPresent());
    }

    private static Stream<Instant> due(Schedule schedule, ZoneId zone, Instant after, Instant before) {
        return Stream.iterate(
                        schedule.nextAfter(after, zone), due -> due.flatMap(last -> schedule.nextAfter(last, zone)))
                .flatMap(Optional::stream)
                .takeWhile(before::isAfter);
    }

    /** The first word of a table's schedule is the key in the configuration. */
    private static Schedule parse(String schedule) {
        String[] words = schedule.split(" ", 2);
        return switch (words[0]) {
            case "every" -> Schedules.every(words[1]);
            case "cron" -> Schedules.cron(words[1]);
            default -> at(words[1].split(" on "));
        };
    }

    private static Schedule at(String[] timesAndDays) {
        List<String> days = timesAndDays.length == 1 ? List.of() : List.of(timesAndDays[1].split(", "));
        return Schedules.at(List.of(timesAndDays[0].split(", ")), days);
    }
}
