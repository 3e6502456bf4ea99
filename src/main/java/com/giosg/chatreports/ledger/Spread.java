package com.giosg.chatreports.ledger;

import java.math.BigInteger;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** Most schedules name a whole hour: their runs start spread over its first minute, so that the API is not asked for all at once. */
final class Spread {

    private static final BigInteger SECONDS = BigInteger.valueOf(60);

    /** A run must not start after the one that falls due next. */
    private static final Duration CLOSE = Duration.ofMinutes(5);

    private Spread() {}

    /**
     * How long after its due instant a run starts: the same for every try and on every machine.
     *
     * @param runId a hash
     * @param due as the clocks of its report show it: not all of them show whole hours when those of UTC do
     * @param spacing the shortest time to the next due instant
     */
    static Duration of(String runId, ZonedDateTime due, Duration spacing) {
        if (!due.truncatedTo(ChronoUnit.HOURS).equals(due) || spacing.compareTo(CLOSE) < 0) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(RunId.hash(runId).mod(SECONDS).longValue());
    }
}
