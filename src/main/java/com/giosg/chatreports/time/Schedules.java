package com.giosg.chatreports.time;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;

/** Reads schedules as operators write them; each exception says what is wrong in words for them to read. */
public final class Schedules {

    private static final Duration DAY = Duration.ofDays(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final List<String> DEFAULT_TIMES = List.of("06:00");

    private Schedules() {}

    /**
     * Again and again after a duration that divides 24 hours, counted from every local midnight; {@code 1d} is midnight.
     *
     * @throws IllegalArgumentException when the text is no such duration
     */
    public static Schedule every(String text) {
        Duration step = Durations.parse(text);
        if (step.isZero() || step.toMillisPart() != 0) {
            throw new IllegalArgumentException("every \"%s\" must be whole seconds, 1s at least".formatted(text));
        }
        if (step.compareTo(DAY) > 0) {
            throw new IllegalArgumentException(
                    "every \"%s\" is longer than a day; name the days with on, and the time with at".formatted(text));
        }
        if (DAY.toSeconds() % step.toSeconds() != 0) {
            throw new IllegalArgumentException(
                    "every \"%s\" does not divide a day of 24 hours; 1s, 15m, 1h, 6h, 8h and 1d do".formatted(text));
        }
        return new DailySchedule("every " + text, Days.EVERY_DAY, new ElapsedSteps(step.toSeconds(), List.of(0L)));
    }

    /**
     * At fixed times of the local clock, on some days.
     *
     * @param times like {@code 07:30}; none: 06:00
     * @param days as {@link #dayNames} lists them; it is due on a day that is any of them; none: every day
     * @throws IllegalArgumentException when one of them cannot be read
     */
    public static Schedule at(List<String> times, List<String> days) {
        List<String> written = times.isEmpty() ? DEFAULT_TIMES : times;
        ClockTimes clockTimes =
                new ClockTimes(written.stream().map(Schedules::time).sorted().toList());
        String at = "at " + String.join(", ", written);
        return days.isEmpty()
                ? new DailySchedule(at + " every day", Days.EVERY_DAY, clockTimes)
                : new DailySchedule(at + " on " + String.join(", ", days), NamedDays.parse(days), clockTimes);
    }

    /** Every name of a day or of several that {@link #at} knows. */
    public static List<String> dayNames() {
        return NamedDays.names();
    }

    /**
     * Five fields as in UNIX: minute, hour, day of month, month, day of week. An hour of {@code *} or {@code *}{@code /n}
     * runs on elapsed time, as {@link #every} does; every other one on the local clock, as {@link #at} does.
     *
     * @throws IllegalArgumentException when one of them cannot be read
     */
    public static Schedule cron(String text) {
        return CronExpression.parse(text);
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text, TIME);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a time of day; write it like 07:30 or 18:00".formatted(text), wrong);
        }
    }
}
