package com.giosg.chatreports.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class WindowsTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/time/windows.csv", delimiter = '|', numLinesToSkip = 2)
    void a_window_has_bounds_with_the_offset_of_their_own_instant(
            String text, ZonedDateTime due, ZoneId zone, ZonedDateTime start, ZonedDateTime end) {
        WindowRule rule = Windows.parse(text);

        Window window = rule.resolve(due.toInstant(), zone);

        assertThat(rule.text()).isEqualTo(text);
        assertThat(window.start().toOffsetDateTime()).isEqualTo(start.toOffsetDateTime());
        assertThat(window.end().toOffsetDateTime()).isEqualTo(end.toOffsetDateTime());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/time/windows_before.csv", delimiter = '|', numLinesToSkip = 2)
    void what_a_window_is_compared_with_is_as_long_in_terms_of_the_calendar(
            String text, LocalDateTime due, ZoneId zone, LocalDate first, LocalDate last) {
        Instant instant = due.atZone(zone).toInstant();
        WindowRule rule = Windows.parse(text);

        assertThat(rule.before(rule.resolve(instant, zone), instant)).isEqualTo(new Window(first, last, zone));
    }

    @Test
    void the_days_of_a_window_named_by_hand_tell_what_comes_before_it() {
        ZoneId zone = ZoneId.of("Europe/Helsinki");
        Instant now = Instant.parse("2021-03-01T06:00:00Z");
        WindowRule ofTheReport = Windows.parse("last-28-days");
        Window february = new Window(LocalDate.of(2020, 2, 1), LocalDate.of(2020, 2, 29), zone);

        assertThat(ofTheReport.before(february, now))
                .isEqualTo(new Window(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 1, 31), zone));
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/time/refused_windows.csv",
            delimiter = '|',
            quoteCharacter = '\'',
            useHeadersInDisplayName = true)
    void a_window_that_cannot_be_is_refused_in_plain_words(String text, String message) {
        assertThatThrownBy(() -> Windows.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void every_window_that_is_listed_can_be_parsed_and_is_described() {
        assertThat(Windows.names())
                .containsExactly(
                        "today",
                        "yesterday",
                        "last-7-days",
                        "last-28-days",
                        "last-30-days",
                        "last-90-days",
                        "last-week",
                        "week-to-date",
                        "last-month",
                        "month-to-date",
                        "last-quarter",
                        "quarter-to-date",
                        "last-year",
                        "year-to-date");
        assertThat(Windows.descriptions().keySet()).containsAll(Windows.names());
        assertThat(Windows.descriptions()).allSatisfy((text, description) -> {
            assertThat(Windows.parse(text).text()).isEqualTo(text);
            assertThat(description).isNotBlank();
        });
    }

    @Test
    void a_day_that_the_zone_skipped_is_no_window() {
        WindowRule skipped = Windows.parse("2011-12-30");

        assertThatThrownBy(() -> skipped.resolve(Instant.EPOCH, ZoneId.of("Pacific/Apia")))
                .hasMessage("there was no 2011-12-30 in Pacific/Apia: the zone skipped it");
        assertThat(skipped.resolve(Instant.EPOCH, ZoneId.of("Europe/Helsinki")).firstDay())
                .isEqualTo(LocalDate.of(2011, 12, 30));
    }
}
