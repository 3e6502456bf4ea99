package com.giosg.chatreports.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Steps of real time from the start of the local day. A longer day has as many more as fit whole, so 25 hours have 25
 * steps of an hour but 4 of six hours and one of a day; a shorter day has those of 24 hours that it lasts for.
 *
 * @param step in seconds, a day at most
 * @param offsets when in each step, in seconds, ascending, from zero up to less than the step
 */
record ElapsedSteps(long step, List<Long> offsets) implements TimesOfDay {

    private static final long USUAL_DAY = Spacing.DAY;

    @Override
    public Optional<Instant> firstAfter(Instant instant, LocalDay day) {
        Instant start = day.start();
        long length = start.until(day.end(), ChronoUnit.SECONDS);
        long running = Math.floorDiv(start.until(instant, ChronoUnit.SECONDS), step);
        for (long index = Math.max(0, running); index < stepsIn(length); index++) {
            for (long offset : offsets) {
                Instant due = start.plusSeconds(index * step + offset);
                if (due.isAfter(instant)) {
                    return Optional.of(due).filter(day.end()::isAfter);
                }
            }
        }
        return Optional.empty();
    }

    private long stepsIn(long day) {
        return Math.max(day / step, Math.min(roundedUp(USUAL_DAY), roundedUp(day)));
    }

    private long roundedUp(long day) {
        return (day + step - 1) / step;
    }

    @Override
    public Duration spacing() {
        return Spacing.shortest(offsets, step);
    }
}
