package com.giosg.chatreports.config;

import com.giosg.chatreports.time.Schedule;
import com.giosg.chatreports.time.Schedules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads when a report falls due. */
final class ScheduleReader {

    static final List<String> KEYS = List.of("at", "on", "every", "cron");

    private final Instant now;

    ScheduleReader(Instant now) {
        this.now = now;
    }

    /** Empty for a report that runs only by hand, and when there is a problem. */
    Optional<Schedule> read(Section report, ZoneId zone) {
        List<String> present =
                KEYS.stream().filter(key -> report.find(key).isPresent()).toList();
        boolean fixed = present.contains("at") || present.contains("on");
        boolean otherwise = present.contains("every") || present.contains("cron");
        if (present.size() > (fixed ? 2 : 1) || (fixed && otherwise)) {
            report.value()
                    .problem("falls due in more than one way (%s); use at with on, or every, or cron"
                            .formatted(String.join(", ", present)));
            return Optional.empty();
        }
        Optional<Schedule> schedule =
                fixed ? atFixedTimes(report) : parsed(report, "every").or(() -> parsed(report, "cron"));
        schedule.filter(found -> found.nextAfter(now, zone).isEmpty())
                .ifPresent(never -> report.find(present.get(0)).orElseThrow().problem("this never falls due"));
        return schedule;
    }

    private static Optional<Schedule> parsed(Section report, String key) {
        return report.find(key)
                .flatMap(value -> value.parsed(key.equals("every") ? Schedules::every : Schedules::cron));
    }

    /** Each time and each day is tried alone first, so that a problem points to it. */
    private static Optional<Schedule> atFixedTimes(Section report) {
        List<Value> times = report.someItems("at");
        List<Value> days = report.someItems("on");
        List<String> rightTimes = right(times, ScheduleReader::time);
        List<String> rightDays = right(days, ScheduleReader::day);
        return rightTimes.size() == times.size() && rightDays.size() == days.size()
                ? Optional.of(Schedules.at(rightTimes, rightDays))
                : Optional.empty();
    }

    private static List<String> right(List<Value> values, UnaryOperator<String> check) {
        return values.stream()
                .map(value -> value.parsed(check))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String time(String text) {
        Schedules.at(List.of(text), List.of());
        return text;
    }

    private static String day(String text) {
        Suggestion.closest(text, Schedules.dayNames())
                .filter(name -> !name.equals(text))
                .ifPresent(name -> {
                    throw new IllegalArgumentException(Suggestion.unknown("day", text, Schedules.dayNames()));
                });
        Schedules.at(List.of(), List.of(text));
        return text;
    }
}
