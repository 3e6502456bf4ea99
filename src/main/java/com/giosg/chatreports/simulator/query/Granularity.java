package com.giosg.chatreports.simulator.query;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
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
        ZonedDateTime local = time.atZone(interval.zone());
        LocalDate date = local.toLocalDate();
        return switch (this) {
            case ALL -> interval.start();
            case MINUTE, FIFTEEN_MINUTE, THIRTY_MINUTE, HOUR -> partOfHour(local);
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
            case MINUTE, FIFTEEN_MINUTE, THIRTY_MINUTE, HOUR -> nextPartOfHour(start, interval);
            case DAY -> midnight(date.plusDays(1), interval.zone());
            case WEEK -> midnight(date.plusWeeks(1), interval.zone());
            case MONTH -> midnight(date.plusMonths(1), interval.zone());
            case YEAR -> midnight(date.plusYears(1), interval.zone());
        };
    }

    /** Keeps the offset, so the hour that occurs twice in autumn is two buckets. */
    private Instant partOfHour(ZonedDateTime local) {
        LocalTime hour = local.toLocalTime().truncatedTo(ChronoUnit.HOURS);
        LocalTime floor = hour.plusMinutes(local.getMinute() / minutes * (long) minutes);
        return local.with(floor).toInstant();
    }

    /** In zones that change by half an hour a bucket can be longer than its name says, hence the loop. */
    private Instant nextPartOfHour(Instant start, Interval interval) {
        Instant next = start;
        while (floor(next, interval).equals(start)) {
            next = next.plus(Duration.ofMinutes(minutes));
        }
        return floor(next, interval);
    }

    private static Instant midnight(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toInstant();
    }
}
