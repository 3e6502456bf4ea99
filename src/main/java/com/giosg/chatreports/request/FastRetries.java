package com.giosg.chatreports.request;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The fast phase of retries: up to five tries with full jitter, so that many clients of a server that comes back do
 * not come back all at once.
 */
public final class FastRetries {

    private static final int MOST_TRIES = 5;
    private static final Duration BASE = Duration.ofSeconds(1);
    private static final Duration CEILING = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT_ASKED_FOR = Duration.ofMinutes(15);

    private FastRetries() {}

    /**
     * How long to wait before the next try; empty when the request is not asked again in this phase.
     *
     * @param failure of the latest try
     * @param tries so far, at least one
     */
    public static Optional<Duration> waitBeforeNext(RequestFailure failure, int tries, RandomGenerator random) {
        if (tries >= failure.kind().tries()) {
            return Optional.empty();
        }
        return Optional.of(failure.retryAfter().map(FastRetries::capped).orElseGet(() -> jitter(tries, random)));
    }

    /** For how long others wait, however long the API asks for. */
    public static Duration capped(Duration asked) {
        return asked.compareTo(LONGEST_WAIT_ASKED_FOR) > 0 ? LONGEST_WAIT_ASKED_FOR : asked;
    }

    /**
     * The same for a delivery, which keeps others of its sink waiting meanwhile: a sink that wants to be left alone for longer
     * than this phase would wait is not tried again in it.
     *
     * @param asked how long the sink wants to be left alone, if it says so
     */
    public static Optional<Duration> waitBeforeNext(Optional<Duration> asked, int tries, RandomGenerator random) {
        if (tries >= MOST_TRIES) {
            return Optional.empty();
        }
        return Optional.of(asked.orElseGet(() -> jitter(tries, random))).filter(wait -> wait.compareTo(CEILING) <= 0);
    }

    private static Duration jitter(int tries, RandomGenerator random) {
        long bound = Math.min(CEILING.toMillis(), BASE.toMillis() << (tries - 1));
        return Duration.ofMillis(random.nextLong(bound + 1));
    }
}
