package com.giosg.chatreports.request;

import com.giosg.chatreports.config.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Who is to be left alone until when: an API that is busy for one request of a token is busy for all of them. */
public final class TokenPauses {

    private final InstantSource clock;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    public TokenPauses(InstantSource clock) {
        this.clock = clock;
    }

    public void pause(Secret token, Duration wait) {
        until.merge(token.fingerprint(), clock.instant().plus(wait), (old, asked) -> old.isAfter(asked) ? old : asked);
    }

    /** How long requests of this token have to wait; zero when they need not. */
    public Duration remaining(Secret token) {
        Instant end = until.getOrDefault(token.fingerprint(), Instant.EPOCH);
        Duration wait = Duration.between(clock.instant(), end);
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
