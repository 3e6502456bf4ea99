package com.giosg.chatreports.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The slow phase of retries: what failed for a reason that may pass is tried again after minutes, then after hours.
 *
 * @param tries so far; what the fast phase does within a try is not counted. 0: it was not even tried the first time
 * @param first when the first of them had failed
 * @param next when the next one is due
 */
public record SlowPhase(int tries, Instant first, Instant next) {

    /** From a failure to the next try. The last one holds for all that follow. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofMinutes(60),
            Duration.ofMinutes(120));

    /** So shortly before the limit another try would hardly find anything changed. */
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);

    /** When the first try had failed. */
    public static Instant first(Optional<SlowPhase> before, Instant now) {
        return before.map(SlowPhase::first).orElse(now);
    }

    /**
     * After one more failure. Empty: it is given up.
     *
     * @param before empty after the first failure
     * @param asked how long the other side wants to be left alone, if it says so
     * @param limit the last try is not later than that, and where there is time, it is just then
     */
    public static Optional<SlowPhase> after(
            Optional<SlowPhase> before, Instant now, Optional<Duration> asked, Instant limit) {
        int tries = before.map(SlowPhase::tries).orElse(0) + 1;
        Duration usual = WAITS.get(Math.min(tries, WAITS.size()) - 1);
        Duration least = asked.orElse(SHORTEST_WAIT);
        Duration left = Duration.between(now, limit);
        Duration wait = min(max(usual, least), left);
        return wait.compareTo(max(least, SHORTEST_WAIT)) < 0
                ? Optional.empty()
                : Optional.of(new SlowPhase(tries, first(before, now), now.plus(wait)));
    }

    /**
     * Where it is not tried, since others failed just now. The first time it waits for the moment at which somebody tries anew,
     * and later as if it had failed: it never waits for longer than if it were tried. Empty: it has to be tried, since there is no other time.
     *
     * @param before empty where it was not tried before
     * @param until when somebody tries anew
     * @param limit as after a failure
     */
    public static Optional<SlowPhase> notTried(Optional<SlowPhase> before, Instant now, Instant until, Instant limit) {
        return before.isPresent()
                ? after(before, now, Optional.empty(), limit)
                : Optional.of(new SlowPhase(0, now, until)).filter(phase -> until.isBefore(limit));
    }

    /**
     * Where it is not tried, since the other side wants to be left alone: it waits until then, and that is no try. Empty: there is no
     * time after that.
     *
     * @param before as where it is not tried since others failed
     */
    public static Optional<SlowPhase> leftAlone(Optional<SlowPhase> before, Instant now, Instant until, Instant limit) {
        int tries = before.map(SlowPhase::tries).orElse(0);
        return Optional.of(new SlowPhase(tries, first(before, now), until)).filter(phase -> !until.isAfter(limit));
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
