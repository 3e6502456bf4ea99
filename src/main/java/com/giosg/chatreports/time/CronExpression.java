package com.giosg.chatreports.time;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a cron expression with cron-utils and takes it apart into days and times of day, so that clock changes are ours
 * to handle: cron-utils skips a time in a gap. It only ever sees dates and times without a zone, as if in UTC.
 *
 * <p>No other class may use cron-utils: loading it takes time that only those with a cron expression should spend.
 */
final class CronExpression {

    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    private static final List<Field> FIELDS = List.of(
            new Field("minute", "0-59"),
            new Field("hour", "0-23"),
            new Field("day of month", "1-31"),
            new Field("month", "1-12 or JAN-DEC"),
            new Field("day of week", "0-7 or SUN-SAT, with 0 and 7 for Sunday"));

    /** Hours that run on elapsed time. */
    private static final Pattern HOUR_STEPS = Pattern.compile("\\*(?:/(\\d+))?");

    private CronExpression() {}

    /**
     * @param name as an operator would say it
     * @param values the numbers and names that it takes
     */
    private record Field(String name, String values) {}

    static Schedule parse(String text) {
        String[] fields = text.strip().split("\\s+");
        check(text, fields);
        return new DailySchedule("cron " + text, days(fields[2], fields[3], fields[4]), times(fields[0], fields[1]));
    }

    private static void check(String text, String[] fields) {
        if (fields.length != FIELDS.size()) {
            throw new IllegalArgumentException("cron \"%s\" must have five fields, not %d: %s"
                    .formatted(
                            text,
                            fields.length,
                            FIELDS.stream().map(Field::name).collect(Collectors.joining(", "))));
        }
        for (int index = 0; index < fields.length; index++) {
            checkAlone(text, fields[index], index);
        }
    }

    /** cron-utils does not say which field it dislikes, so each is read with all others open. */
    private static void checkAlone(String text, String value, int index) {
        String[] fields = Collections.nCopies(FIELDS.size(), "*").toArray(String[]::new);
        fields[index] = value;
        try {
            read(fields);
        } catch (IllegalArgumentException wrong) {
            Field field = FIELDS.get(index);
            throw new IllegalArgumentException(
                    "cron \"%s\": \"%s\" is no %s; it takes %s, lists (1,3), ascending ranges (1-5), steps (*/2) and *"
                            .formatted(text, value, field.name(), field.values()),
                    wrong);
        }
    }

    /** Where both the day of month and the day of week are given, a day need be only one of them, as in UNIX. */
    private static Days days(String dayOfMonth, String month, String dayOfWeek) {
        if (List.of(dayOfMonth, month, dayOfWeek).equals(List.of("*", "*", "*"))) {
            return Days.EVERY_DAY;
        }
        ExecutionTime midnights = execution("0", "0", dayOfMonth, month, dayOfWeek);
        return day -> firstFrom(midnights, day).map(ZonedDateTime::toLocalDate);
    }

    private static TimesOfDay times(String minute, String hour) {
        Matcher steps = HOUR_STEPS.matcher(hour);
        if (!steps.matches()) {
            return new ClockTimes(timesOfAnyDay(minute, hour));
        }
        Duration step = Duration.ofHours(steps.group(1) == null ? 1 : Long.parseLong(steps.group(1)));
        List<Long> offsets = timesOfAnyDay(minute, "0").stream()
                .map(time -> (long) time.toSecondOfDay())
                .toList();
        return new ElapsedSteps(step.toSeconds(), offsets);
    }

    private static List<LocalTime> timesOfAnyDay(String minute, String hour) {
        ExecutionTime everyDay = execution(minute, hour, "*", "*", "*");
        LocalDate day = LocalDate.EPOCH;
        return Stream.iterate(
                        firstFrom(everyDay, day), Optional::isPresent, time -> time.flatMap(everyDay::nextExecution))
                .flatMap(Optional::stream)
                .takeWhile(time -> time.toLocalDate().equals(day))
                .map(ZonedDateTime::toLocalTime)
                .toList();
    }

    private static ExecutionTime execution(String... fields) {
        return ExecutionTime.forCron(read(fields));
    }

    /** Names go in as cron-utils keeps them, in upper case: it would not find "fri" on a Turkish machine. */
    private static Cron read(String... fields) {
        return PARSER.parse(String.join(" ", fields).toUpperCase(Locale.ROOT));
    }

    private static Optional<ZonedDateTime> firstFrom(ExecutionTime execution, LocalDate day) {
        return execution.nextExecution(day.atStartOfDay(ZoneOffset.UTC).minusSeconds(1));
    }
}
