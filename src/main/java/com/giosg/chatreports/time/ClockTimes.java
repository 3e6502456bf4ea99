package com.giosg.chatreports.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * Fixed times of the local clock: each once a day, also when the clock shows it twice or never; times that a gap moves
 * to the same instant are one.
 *
 * @param times in ascending order
 */
record ClockTimes(List<LocalTime> times) implements TimesOfDay {

    @Override
    public Optional<Instant> firstAfter(Instant instant, LocalDay day) {
        return times.stream()
                .flatMap(time -> day.at(time).stream())
                .filter(instant::isBefore)
                .findFirst();
    }

    @Override
    public Duration spacing() {
        return Spacing.shortest(
                times.stream().map(time -> (long) time.toSecondOfDay()).toList(), Spacing.DAY);
    }
}
