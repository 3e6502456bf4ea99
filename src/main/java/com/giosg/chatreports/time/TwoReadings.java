package com.giosg.chatreports.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Believes a clock that jumps ahead only when a second reading says the same, since planning cannot be taken back. A jump
 * is more time than has really passed: a wrong clock that was set, or a machine that slept. For one thread.
 */
public final class TwoReadings {

    private static final Duration JUMP = Duration.ofMinutes(10);

    private Optional<Reading> believed = Optional.empty();
    private Optional<Reading> doubted = Optional.empty();

    /**
     * What the two clocks show at the same time.
     *
     * @param nanos of a clock that nobody sets
     */
    private record Reading(Instant time, long nanos) {

        boolean jumpsFrom(Reading earlier) {
            Duration shown = Duration.between(earlier.time, time);
            return shown.minusNanos(nanos - earlier.nanos).compareTo(JUMP) > 0;
        }
    }

    /**
     * Takes a reading.
     *
     * @param nanos of a clock that nobody sets, such as {@link System#nanoTime}
     * @return the time, or nothing where it is in doubt
     */
    public Optional<Instant> read(Instant time, long nanos) {
        Reading reading = new Reading(time, nanos);
        boolean inDoubt = believed.filter(reading::jumpsFrom).isPresent()
                && doubted.filter(first -> !reading.jumpsFrom(first)).isEmpty();
        if (inDoubt) {
            doubted = Optional.of(reading);
            return Optional.empty();
        }
        believed = Optional.of(reading);
        doubted = Optional.empty();
        return Optional.of(time);
    }
}
