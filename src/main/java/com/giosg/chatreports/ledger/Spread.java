package com.giosg.chatreports.ledger;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/** Most schedules name a whole hour: their runs start spread over its first minute, so that the API is not asked for all at once. */
final class Spread {

    private static final BigInteger SECONDS = BigInteger.valueOf(60);
    private static final long HOUR = Duration.ofHours(1).toSeconds();

    /** A run must not start after the one that falls due next. */
    private static final Duration CLOSE = Duration.ofMinutes(5);

    private Spread() {}

    /**
     * How long after its due instant a run starts: the same for every try and on every machine.
     *
     * @param runId a hash
     * @param spacing the shortest time to the next due instant
     */
    static Duration of(String runId, Instant due, Duration spacing) {
        if (due.getEpochSecond() % HOUR != 0 || spacing.compareTo(CLOSE) < 0) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(RunId.hash(runId).mod(SECONDS).longValue());
    }
}
