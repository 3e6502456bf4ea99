package com.giosg.chatreports.request;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Whether somebody who failed again and again is left alone for a moment. Afterwards whoever comes first finds out whether that is over: one more
 * failure, and the moment begins anew. Safe for concurrent use.
 */
public final class Breaker {

    /** So many calls in a row that were not all about one thing: a question or a file that cannot be taken is no reason. */
    public static final int FAILURES = 10;

    /** Shorter than the first wait of the slow phase, so that whoever comes back from there finds out anew. */
    public static final Duration PAUSE = Duration.ofMinutes(1);

    private final InstantSource steady;
    private int inARow;
    private String first = "";
    private String cause = "";
    private boolean several;
    private Instant since = Instant.EPOCH;
    private Instant until = Instant.EPOCH;

    /**
     * Nobody has failed so far.
     *
     * @param steady a clock that nobody sets, as for {@link Pauses}
     */
    public Breaker(InstantSource steady) {
        this.steady = steady;
    }

    /**
     * That somebody is left alone.
     *
     * @param failures so many calls in a row
     * @param cause why the latest one failed
     * @param lasted for how long so far
     * @param remaining how long nothing more is called; zero: it is the turn of whoever comes first
     */
    public record LeftAlone(int failures, String cause, Duration lasted, Duration remaining) {}

    /** How long nothing more is called; zero: it may be. */
    public synchronized Duration remaining() {
        Duration wait = Duration.between(steady.instant(), until);
        return isOpen() && !wait.isNegative() ? wait : Duration.ZERO;
    }

    /**
     * Notes that a call failed for a reason of the other side. True: that was one too many.
     *
     * @param about what it was about; the same where it is tried again
     * @param why in plain words
     */
    public synchronized boolean failed(String about, String why) {
        boolean before = isOpen();
        several |= inARow > 0 && !about.equals(first);
        first = inARow == 0 ? about : first;
        inARow++;
        cause = why;
        if (isOpen()) {
            Instant now = steady.instant();
            since = before ? since : now;
            until = now.plus(PAUSE);
        }
        return isOpen() && !before;
    }

    private boolean isOpen() {
        return several && inARow >= FAILURES;
    }

    /** From the failure that was one too many until somebody is there; empty: whoever it is about is called like others. */
    public synchronized Optional<LeftAlone> leftAlone() {
        return isOpen() ? Optional.of(new LeftAlone(inARow, cause, lasted(), remaining())) : Optional.empty();
    }

    private Duration lasted() {
        return Duration.between(since, steady.instant());
    }

    /** Notes that somebody is there. Where it was left alone, for how long. */
    public synchronized Optional<Duration> answered() {
        Optional<Duration> shut = isOpen() ? Optional.of(lasted()) : Optional.empty();
        inARow = 0;
        several = false;
        return shut;
    }
}
