package com.giosg.chatreports.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Where the buckets of a window start, in seconds since 1970; the first start can lie before the window's. */
final class BucketStarts {

    /** Two years of minutes; the API itself answers at most 180 days. */
    private static final long MOST = 1_100_000;

    private BucketStarts() {}

    static long[] of(Window window, Granularity granularity) {
        return switch (granularity) {
            case ALL -> new long[] {window.start().toEpochSecond()};
            case MINUTE -> byClock(window, 60);
            case FIFTEEN_MINUTE -> byClock(window, 15 * 60);
            case THIRTY_MINUTE -> byClock(window, 30 * 60);
            case HOUR -> byClock(window, 60 * 60);
            case DAY -> byCalendar(window, day -> day, Period.ofDays(1));
            case WEEK -> byCalendar(window, TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY), Period.ofWeeks(1));
            case MONTH -> byCalendar(window, TemporalAdjusters.firstDayOfMonth(), Period.ofMonths(1));
            case YEAR -> byCalendar(window, TemporalAdjusters.firstDayOfYear(), Period.ofYears(1));
        };
    }

    /** A day that the zone skipped starts when the next one does, so it counts once. */
    private static long[] byCalendar(Window window, TemporalAdjuster toFirstDay, Period length) {
        LocalDate first = window.firstDay().with(toFirstDay);
        return Stream.iterate(first, day -> !day.isAfter(window.lastDay()), day -> day.plus(length))
                .mapToLong(day -> day.atStartOfDay(window.zone()).toEpochSecond())
                .filter(start -> start < window.end().toEpochSecond())
                .distinct()
                .toArray();
    }

    /**
     * Where the local clock shows a multiple of the length, and where it jumped over one. So every bucket is the time in
     * which the clock shows, say, two o'clock and some minutes; an hour that is repeated as a whole is two buckets.
     */
    private static long[] byClock(Window window, long length) {
        long start = window.start().toEpochSecond();
        long end = window.end().toEpochSecond();
        if ((end - start) / length > MOST) {
            throw new IllegalArgumentException("the window %s has more than %d buckets; choose a coarser granularity"
                    .formatted(window.label(), MOST));
        }
        LongStream.Builder starts = LongStream.builder();
        ZoneRules rules = window.zone().getRules();
        for (long from = start, to; from < end; from = to) {
            to = Math.min(end, nextTransition(rules, from));
            addBetween(from, to, length, rules, starts);
        }
        return starts.build().toArray();
    }

    private static long nextTransition(ZoneRules rules, long second) {
        ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(second));
        return next == null ? Long.MAX_VALUE : next.toEpochSecond();
    }

    /** Between {@code from} and {@code to} the offset stays the same; at {@code from} the clock may have jumped. */
    private static void addBetween(long from, long to, long length, ZoneRules rules, LongStream.Builder starts) {
        long shown = clock(rules, from);
        long shownBefore = clock(rules, from - 1);
        long onTheClock = from + Math.floorMod(-shown, length);
        if (onTheClock != from && Math.floorDiv(shown, length) > Math.floorDiv(shownBefore, length)) {
            starts.add(from);
        }
        for (long start = onTheClock; start < to; start += length) {
            starts.add(start);
        }
    }

    /** What the local clock shows, counted in seconds. */
    private static long clock(ZoneRules rules, long second) {
        return second + rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    }
}
