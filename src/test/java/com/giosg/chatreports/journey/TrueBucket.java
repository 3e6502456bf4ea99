package com.giosg.chatreports.journey;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One bucket of a window.
 *
 * @param start inclusive
 * @param end exclusive
 */
record TrueBucket(Instant start, Instant end, ZoneId zone) {

    private static final DateTimeFormatter PRINTED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    static List<TrueBucket> of(Coverage coverage) {
        List<Instant> borders = new ArrayList<>(starts(coverage).toList());
        borders.add(coverage.end());
        List<TrueBucket> buckets = new ArrayList<>();
        for (int index = 1; index < borders.size(); index++) {
            buckets.add(new TrueBucket(borders.get(index - 1), borders.get(index), coverage.zone()));
        }
        return buckets;
    }

    /** The hours of a day that are one after the other, 23 or 25 of them when the clocks change. */
    private static Stream<Instant> starts(Coverage coverage) {
        return switch (coverage.granularity()) {
            case "all" -> Stream.of(coverage.start());
            case "hour" ->
                Stream.iterate(
                        coverage.start(),
                        hour -> hour.isBefore(coverage.end()),
                        hour -> hour.plus(1, ChronoUnit.HOURS));
            case "day" -> days(coverage, day -> true);
            case "week" -> days(coverage, day -> day.getDayOfWeek() == DayOfWeek.MONDAY);
            case "month" -> days(coverage, day -> day.getDayOfMonth() == 1);
            default -> throw new IllegalArgumentException("no true figures by " + coverage.granularity());
        };
    }

    private static Stream<Instant> days(Coverage coverage, Predicate<LocalDate> isFirst) {
        return coverage.firstDay()
                .datesUntil(coverage.lastDay().plusDays(1))
                .filter(day -> day.equals(coverage.firstDay()) || isFirst.test(day))
                .map(day -> day.atStartOfDay(coverage.zone()).toInstant());
    }

    boolean holds(Instant time) {
        return !time.isBefore(start) && time.isBefore(end);
    }

    String printedStart() {
        return PRINTED.format(start.atZone(zone));
    }

    String printedEnd() {
        return PRINTED.format(end.atZone(zone));
    }
}
