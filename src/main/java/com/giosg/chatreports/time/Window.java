package com.giosg.chatreports.time;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The stretch of time that a report covers: whole local days in one zone, {@code [start, end)}.
 *
 * <p>It is never empty: Pacific/Apia had no 2011-12-30, and a window of that day alone cannot be made there.
 *
 * @param firstDay the first day, included
 * @param lastDay the last day, included
 * @param zone the zone whose midnights bound the days
 */
public record Window(LocalDate firstDay, LocalDate lastDay, ZoneId zone) {

    public Window {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException(
                    "a window cannot end (%s) before it starts (%s)".formatted(lastDay, firstDay));
        }
        if (firstDay.atStartOfDay(zone).isEqual(lastDay.plusDays(1).atStartOfDay(zone))) {
            throw new IllegalArgumentException("there was no %s in %s: the zone skipped it".formatted(firstDay, zone));
        }
    }

    /** The first valid instant of the first day: not midnight where the clocks skip midnight. */
    public ZonedDateTime start() {
        return firstDay.atStartOfDay(zone);
    }

    /** Exclusive: the first valid instant of the day after the last one. */
    public ZonedDateTime end() {
        return lastDay.plusDays(1).atStartOfDay(zone);
    }

    /** As in file names: {@code 2020-10-24_2020-11-01}, both days included; one day is {@code 2020-10-24}. */
    public String label() {
        return firstDay.equals(lastDay) ? firstDay.toString() : firstDay + "_" + lastDay;
    }
}
