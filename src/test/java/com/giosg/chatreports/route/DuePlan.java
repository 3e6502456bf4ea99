package com.giosg.chatreports.route;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.util.function.Predicate.not;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A report, and when it has to fall due by calendar arithmetic of its own.
 *
 * @param schedule as configured
 * @param window as configured; {@code yesterday}, {@code last-week} or {@code last-month}
 * @param day what falls due on a local day
 */
record DuePlan(String name, String zone, String window, String schedule, Day day) {

    private static final Duration USUAL_DAY = Duration.ofDays(1);

    private static final String HELSINKI = "Europe/Helsinki";
    private static final String NEW_YORK = "America/New_York";
    private static final String KIRITIMATI = "Pacific/Kiritimati";
    private static final String LORD_HOWE = "Australia/Lord_Howe";
    private static final String KATHMANDU = "Asia/Kathmandu";
    private static final String UTC = "UTC";

    /** The due instants of a local day. */
    @FunctionalInterface
    interface Day {
        Stream<Instant> due(LocalDate date, ZoneId zone);
    }

    static List<DuePlan> all() {
        return List.of(
                new DuePlan("morning", HELSINKI, "yesterday", "at: '07:30'", at(date -> true, "07:30")),
                new DuePlan("in-the-gap", HELSINKI, "yesterday", "at: '03:30'", at(date -> true, "03:30")),
                new DuePlan(
                        "weekly",
                        HELSINKI,
                        "last-week",
                        "at: '08:00', on: monday",
                        at(date -> date.getDayOfWeek() == MONDAY, "08:00")),
                new DuePlan("monthly", HELSINKI, "last-month", "at: '06:00', on: 1", at(DuePlan::isFirst, "06:00")),
                new DuePlan("last-day", HELSINKI, "yesterday", "at: '23:45', on: last", at(DuePlan::isLast, "23:45")),
                new DuePlan("hourly", HELSINKI, "yesterday", "every: 1h", every(1, 0)),
                new DuePlan(
                        "cron-weekdays",
                        HELSINKI,
                        "yesterday",
                        "cron: '15 5 * * 1-5'",
                        at(not(DuePlan::isWeekend), "05:15")),
                new DuePlan("midnight", NEW_YORK, "yesterday", "every: 1d", every(24, 0)),
                new DuePlan("cron-in-the-gap", NEW_YORK, "yesterday", "cron: '30 2 * * *'", at(date -> true, "02:30")),
                new DuePlan("six-hours", NEW_YORK, "yesterday", "every: 6h", every(6, 0)),
                new DuePlan(
                        "twice-on-weekdays",
                        NEW_YORK,
                        "yesterday",
                        "at: ['09:00', '17:00'], on: weekdays",
                        at(not(DuePlan::isWeekend), "09:00", "17:00")),
                new DuePlan("cron-four-hours", NEW_YORK, "yesterday", "cron: '0 */4 * * *'", every(4, 0)),
                new DuePlan("first-of-all", KIRITIMATI, "yesterday", "at: '00:00'", at(date -> true, "00:00")),
                new DuePlan(
                        "twice-a-month",
                        KIRITIMATI,
                        "yesterday",
                        "at: '12:00', on: [1, 15]",
                        at(DuePlan::isFirstOr15th, "12:00")),
                new DuePlan(
                        "cron-either",
                        KIRITIMATI,
                        "yesterday",
                        "cron: '20 4 1,15 * 5'",
                        at(date -> isFirstOr15th(date) || date.getDayOfWeek() == FRIDAY, "04:20")),
                new DuePlan("in-the-half-hour", LORD_HOWE, "yesterday", "at: '02:15'", at(date -> true, "02:15")),
                new DuePlan("eight-hours", LORD_HOWE, "yesterday", "every: 8h", every(8, 0)),
                new DuePlan("cron-two-hours", LORD_HOWE, "yesterday", "cron: '5 */2 * * *'", every(2, 5)),
                new DuePlan(
                        "weekend", LORD_HOWE, "yesterday", "at: '10:10', on: weekend", at(DuePlan::isWeekend, "10:10")),
                new DuePlan("mountains", KATHMANDU, "yesterday", "at: '06:00'", at(date -> true, "06:00")),
                new DuePlan("twelve-hours", KATHMANDU, "yesterday", "every: 12h", every(12, 0)),
                new DuePlan("cron-six-hours", KATHMANDU, "yesterday", "cron: '45 */6 * * *'", every(6, 45)),
                new DuePlan("plain", UTC, "yesterday", "at: '00:00'", at(date -> true, "00:00")),
                new DuePlan(
                        "cron-quarter",
                        UTC,
                        "last-month",
                        "cron: '0 3 1 1,4,7,10 *'",
                        at(DuePlan::startsAQuarter, "03:00")),
                new DuePlan(
                        "without-a-time",
                        UTC,
                        "yesterday",
                        "on: [mon, thu]",
                        at(date -> Set.of(MONDAY, THURSDAY).contains(date.getDayOfWeek()), "06:00")));
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(SATURDAY) >= 0;
    }

    private static boolean isFirst(LocalDate date) {
        return date.getDayOfMonth() == 1;
    }

    private static boolean isFirstOr15th(LocalDate date) {
        return isFirst(date) || date.getDayOfMonth() == 15;
    }

    private static boolean isLast(LocalDate date) {
        return isFirst(date.plusDays(1));
    }

    private static boolean startsAQuarter(LocalDate date) {
        return isFirst(date) && date.getMonthValue() % 3 == 1;
    }

    /** A time in a gap is the first valid instant after it; one that comes twice counts the first time. */
    private static Day at(Predicate<LocalDate> days, String... times) {
        return (date, zone) -> Arrays.stream(times)
                .filter(time -> days.test(date))
                .map(time -> valid(date.atTime(LocalTime.parse(time)), zone));
    }

    private static Instant valid(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? change.getInstant()
                : time.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** Steps of real time from the start of the day: as many as 24 hours have, fewer on a shorter day, more if they fit whole. */
    private static Day every(int hours, int minutes) {
        Duration step = Duration.ofHours(hours);
        return (date, zone) -> {
            Instant start = date.atStartOfDay(zone).toInstant();
            Instant end = date.plusDays(1).atStartOfDay(zone).toInstant();
            long most = Math.max(
                    USUAL_DAY.dividedBy(step), Duration.between(start, end).dividedBy(step));
            return LongStream.range(0, most)
                    .mapToObj(number -> start.plus(step.multipliedBy(number)).plus(Duration.ofMinutes(minutes)))
                    .filter(end::isAfter);
        };
    }

    /** After the first instant and until the second one, where an organization has a zone of its own or not. */
    List<Due> between(Instant after, Instant until, ZoneId there) {
        return LocalDate.ofInstant(after, there)
                .minusDays(1)
                .datesUntil(LocalDate.ofInstant(until, there).plusDays(2))
                .flatMap(date -> day.due(date, there))
                .filter(due -> due.isAfter(after) && !due.isAfter(until))
                .distinct()
                .map(due -> due(due, there))
                .toList();
    }

    private Due due(Instant due, ZoneId there) {
        LocalDate today = LocalDate.ofInstant(due, there);
        LocalDate end =
                switch (window) {
                    case "last-week" -> today.with(TemporalAdjusters.previousOrSame(MONDAY));
                    case "last-month" -> today.withDayOfMonth(1);
                    default -> today;
                };
        LocalDate start =
                switch (window) {
                    case "last-week" -> end.minusWeeks(1);
                    case "last-month" -> end.minusMonths(1);
                    default -> end.minusDays(1);
                };
        return new Due(due, start, end.minusDays(1), there);
    }

    /**
     * One time.
     *
     * @param lastDay of the window, included
     */
    record Due(Instant instant, LocalDate firstDay, LocalDate lastDay, ZoneId zone) {

        Instant start() {
            return firstDay.atStartOfDay(zone).toInstant();
        }

        Instant end() {
            return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
        }

        /** As the names of files have it. */
        String label() {
            return Stream.of(firstDay, lastDay)
                    .distinct()
                    .map(LocalDate::toString)
                    .collect(Collectors.joining("_"));
        }
    }

    /** Whether no two of its due times have the same window. */
    boolean hasAWindowForEachTime() {
        return !schedule.matches("every: \\d+h|.*\\*/.*|.*17:00.*");
    }

    /** As in the configuration. */
    String yaml(String organizations, String sinks) {
        return "%s: { %s, time-zone: %s, window: %s, metrics: real-chats, scopes: [org], organizations: %s, sinks: %s }"
                .formatted(name, schedule, zone, window, organizations, sinks);
    }
}
