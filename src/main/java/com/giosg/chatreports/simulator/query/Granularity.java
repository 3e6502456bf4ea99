package com.giosg.chatreports.simulator.query;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.Locale;

/** The nine bucket sizes that Giosg documents. */
public enum Granularity {
    ALL(0),
    MINUTE(1),
    FIFTEEN_MINUTE(15),
    THIRTY_MINUTE(30),
    HOUR(60),
    DAY(0),
    WEEK(0),
    MONTH(0),
    YEAR(0);

    /** Length of buckets that are parts of an hour; 0 for those that are calendar units. */
    private final int minutes;

    Granularity(int minutes) {
        this.minutes = minutes;
    }

    static Granularity of(String id) {
        return Arrays.stream(values())
                .filter(value -> value.name().toLowerCase(Locale.ROOT).equals(id))
                .findFirst()
                .orElseThrow(() -> new BadQuery("granularity", "\"" + id + "\" is not a valid choice."));
    }

    /** The start of the bucket that holds the time; it may lie before the interval. */
    public Instant floor(Instant time, Interval interval) {
        LocalDate date = time.atZone(interval.zone()).toLocalDate();
        return switch (this) {
            case ALL -> interval.start();
            case MINUTE, FIFTEEN_MINUTE, THIRTY_MINUTE, HOUR ->
                partOfHour(time, interval.zone().getRules());
            case DAY -> midnight(date, interval.zone());
            case WEEK -> midnight(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), interval.zone());
            case MONTH -> midnight(date.withDayOfMonth(1), interval.zone());
            case YEAR -> midnight(date.withDayOfYear(1), interval.zone());
        };
    }

    /** The start of the bucket after the one that starts then. */
    public Instant next(Instant start, Interval interval) {
        LocalDate date = start.atZone(interval.zone()).toLocalDate();
        return switch (this) {
            case ALL -> interval.end();
            case MINUTE, FIFTEEN_MINUTE, THIRTY_MINUTE, HOUR ->
                nextPartOfHour(start, interval.zone().getRules());
            case DAY -> midnight(date.plusDays(1), interval.zone());
            case WEEK -> midnight(date.plusWeeks(1), interval.zone());
            case MONTH -> midnight(date.plusMonths(1), interval.zone());
            case YEAR -> midnight(date.plusYears(1), interval.zone());
        };
    }

    /** By the offset of the time itself, so the hour that occurs twice in autumn is two buckets. */
    private Instant partOfHour(Instant time, ZoneRules rules) {
        Instant floor = alignedPartOfHour(time, rules);
        ZoneOffsetTransition change = rules.previousTransition(time.plusNanos(1));
        return change == null || floor.isAfter(change.getInstant()) ? floor : change.getInstant();
    }

    /** Clocks that change in the middle of a bucket, as in half-hour zones, cut it in two. */
    private Instant nextPartOfHour(Instant start, ZoneRules rules) {
        Instant next = alignedPartOfHour(start, rules).plus(Duration.ofMinutes(minutes));
        ZoneOffsetTransition change = rules.nextTransition(start);
        return change == null || next.isBefore(change.getInstant()) ? next : change.getInstant();
    }

    private Instant alignedPartOfHour(Instant time, ZoneRules rules) {
        OffsetDateTime local = time.atOffset(rules.getOffset(time));
        return local.truncatedTo(ChronoUnit.HOURS)
                .plusMinutes(local.getMinute() / minutes * (long) minutes)
                .toInstant();
    }

    private static Instant midnight(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }
}
