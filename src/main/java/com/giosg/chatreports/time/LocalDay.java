package com.giosg.chatreports.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/**
 * One day of a zone's calendar, {@code [start, end)}: 24 hours, 23 or 25 where the clocks change, none where a zone
 * skipped a day (Pacific/Apia, 2011-12-30).
 */
record LocalDay(LocalDate date, ZoneId zone) {

    /**
     * The day that the instant is part of. Not always the date on the clock: where a clock went back across midnight
     * (America/St_Johns until 2011) it shows the old date once more after the new day began.
     */
    static LocalDay containing(Instant instant, ZoneId zone) {
        LocalDay byClock = new LocalDay(LocalDate.ofInstant(instant, zone), zone);
        return instant.isBefore(byClock.end()) ? byClock : byClock.next();
    }

    Instant start() {
        return date.atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return next().start();
    }

    private LocalDay next() {
        return new LocalDay(date.plusDays(1), zone);
    }

    /** The day that ended when this one began; a skipped day never was. */
    LocalDay previous() {
        return containing(start().minusNanos(1), zone);
    }

    /**
     * When a fixed time of day comes: the earlier of two, and the first valid instant after a gap. A gap that runs to
     * midnight (America/Nuuk since 2024) has none left in this day; then it is the last second before the gap, because
     * the next day has a time of its own and the windows that hang on the day must not slip.
     *
     * @return empty for a skipped day
     */
    Optional<Instant> at(LocalTime time) {
        Instant instant = firstValid(date.atTime(time));
        if (instant.isBefore(end())) {
            return Optional.of(instant);
        }
        Instant lastSecond = instant.minusSeconds(1);
        return lastSecond.isBefore(start()) ? Optional.empty() : Optional.of(lastSecond);
    }

    /** {@code java.time} itself would move a time in a gap by the length of the gap: 03:30 to 04:30. */
    private Instant firstValid(LocalDateTime local) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).toInstant();
    }
}
