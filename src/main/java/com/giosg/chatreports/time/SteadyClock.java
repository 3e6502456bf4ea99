package com.giosg.chatreports.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Believes a clock that jumps ahead only when it shows the same half a minute later, since nothing that is done because of
 * the time can be taken back: what is planned, removed or given up. Until then it goes on from what it showed before. A jump
 * is more time than has really passed: a wrong clock that was set, or a machine that slept.
 */
public final class SteadyClock implements InstantSource {

    private static final Duration JUMP = Duration.ofMinutes(10);

    /** How long a jump has to last. */
    private static final Duration DOUBT = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final LongSupplier nanos;
    private Reading believed;
    private Optional<Reading> doubted = Optional.empty();

    /**
     * What the two clocks show at the same time.
     *
     * @param nanos of the one that nobody sets
     */
    private record Reading(Instant time, long nanos) {

        boolean jumpsFrom(Reading earlier) {
            return Duration.between(earlier.after(nanos), time).compareTo(JUMP) > 0;
        }

        /** The time when the other clock shows this. */
        Instant after(long later) {
            return time.plusNanos(later - nanos);
        }
    }

    /**
     * Believes what the clock shows now.
     *
     * @param clock may be set
     * @param nanos of a clock that nobody sets, such as {@link System#nanoTime}
     */
    public SteadyClock(InstantSource clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        this.believed = read();
    }

    private Reading read() {
        return new Reading(clock.instant(), nanos.getAsLong());
    }

    @Override
    public synchronized Instant instant() {
        Reading reading = read();
        if (!reading.jumpsFrom(believed) || isConfirmed(reading)) {
            believed = reading;
            doubted = Optional.empty();
            return reading.time;
        }
        // One that jumps on is no confirmation.
        doubted = doubted.filter(first -> !reading.jumpsFrom(first)).or(() -> Optional.of(reading));
        return believed.after(reading.nanos);
    }

    private boolean isConfirmed(Reading reading) {
        return doubted.filter(first -> !reading.jumpsFrom(first))
                .filter(first -> reading.nanos - first.nanos >= DOUBT.toNanos())
                .isPresent();
    }
}
