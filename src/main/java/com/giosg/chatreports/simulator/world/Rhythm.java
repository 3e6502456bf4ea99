package com.giosg.chatreports.simulator.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** How many chats a local day has, and when: working days over weekends, noon over night, nothing on holidays. */
final class Rhythm {

    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 6), MonthDay.of(12, 25));

    /** Per cent of a good day, Monday first. */
    private static final int[] WEEK = {100, 104, 98, 95, 90, 62, 58};

    /** How often a chat starts in a local hour, midnight first; at no hour never, so clock changes have data. */
    private static final int[] HOURS = {
        4, 3, 2, 4, 2, 2, 4, 12, 30, 48, 56, 58, 50, 54, 56, 52, 46, 38, 32, 28, 24, 16, 10, 6
    };

    private Rhythm() {}

    /** The moments at which chats start on that local day, in order; to the millisecond. */
    static List<Instant> starts(Organization organization, LocalDate day, Draw draw) {
        if (HOLIDAYS.contains(MonthDay.from(day))) {
            return List.of();
        }
        ZoneId zone = organization.zone();
        Instant midnight = day.atStartOfDay(zone).toInstant();
        Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
        int[] weights = weights(midnight, end, zone);
        List<Instant> starts = new ArrayList<>();
        for (int left = count(organization, day, draw); left > 0; left--) {
            long hour = draw.weighted(weights);
            Instant start = midnight.plusMillis(hour * 3_600_000L + draw.between(0, 3_599_999));
            starts.add(start.isBefore(end) ? start : end.minusMillis(1));
        }
        Collections.sort(starts);
        return starts;
    }

    private static int count(Organization organization, LocalDate day, Draw draw) {
        int usual = organization.busyDay() * WEEK[day.getDayOfWeek().getValue() - 1];
        if (organization.busyDay() < 10) {
            return usual * draw.between(0, 200) / 10_000;
        }
        return usual * draw.between(86, 130) / 10_000;
    }

    /** One weight for each hour that elapses on that day: 23, 24 or 25 of them. */
    private static int[] weights(Instant midnight, Instant end, ZoneId zone) {
        int hours = Math.toIntExact((Duration.between(midnight, end).toMinutes() + 59) / 60);
        int[] weights = new int[hours];
        for (int hour = 0; hour < hours; hour++) {
            weights[hour] =
                    HOURS[midnight.plus(Duration.ofHours(hour)).atZone(zone).getHour()];
        }
        return weights;
    }
}
