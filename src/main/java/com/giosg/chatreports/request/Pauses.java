package com.giosg.chatreports.request;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is to be left alone until when: an API that is busy for one request of a token is busy for all of them, and so is a
 * sink for all of its deliveries.
 */
public final class Pauses {

    private final InstantSource steady;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    /**
     * Nobody is to be left alone so far.
     *
     * @param steady a clock that nobody sets: a step back would make every pause longer by as much
     */
    public Pauses(InstantSource steady) {
        this.steady = steady;
    }

    /**
     * Leaves somebody alone for a while. A pause that is longer goes on.
     *
     * @param key what tells a token or a sink from others
     */
    public void pause(String key, Duration wait) {
        until.merge(key, steady.instant().plus(wait), (old, asked) -> old.isAfter(asked) ? old : asked);
    }

    /** Ends the pause of somebody who is there again. */
    public void end(String key) {
        until.remove(key);
    }

    /** How long whoever needs it has to wait; zero when nobody need. */
    public Duration remaining(String key) {
        Instant now = steady.instant();
        Duration wait = Duration.between(now, until.getOrDefault(key, now));
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
