package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.request.FastRetries;
import com.giosg.chatreports.request.Pauses;
import com.giosg.chatreports.request.RequestFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How long the API wants to be left alone with a token. What somebody would wonder about is said, once. */
final class TokenPauses {

    private static final Logger LOG = LoggerFactory.getLogger(TokenPauses.class);
    private static final Duration WORTH_A_WORD = Duration.ofMinutes(1);

    private final Pauses pauses;
    private final InstantSource clock;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    TokenPauses(Pauses pauses, InstantSource clock) {
        this.pauses = pauses;
        this.clock = clock;
    }

    void pause(Organization organization, Duration asked) {
        String token = organization.token().fingerprint();
        Duration wait = FastRetries.capped(asked);
        pauses.pause(token, wait);
        if (asked.compareTo(WORTH_A_WORD) >= 0 && said.add(token)) {
            LOG.warn(
                    "{}: it asks for a pause until {}. What is due waits for that, or for its next try",
                    Asking.name(organization),
                    Breakers.print(clock.instant().plus(wait)));
        }
    }

    /** Zero: it may be asked. */
    Duration remaining(Organization organization) {
        return pauses.remaining(organization.token().fingerprint());
    }

    /** Until when nobody asks with a token, where somebody would wonder about it; empty: it may be asked with. */
    Optional<Instant> until(String token) {
        return Optional.of(pauses.remaining(token))
                .filter(wait -> !wait.isZero() && said.contains(token))
                .map(clock.instant()::plus);
    }

    /** Notes that the API answers again; what was under way when it asked for a pause says nothing about that. */
    void answered(Organization organization) {
        if (remaining(organization).isZero()) {
            said.remove(organization.token().fingerprint());
        }
    }

    /** What becomes of a request that does not wait for so long. */
    RequestFailure notAsked(Duration wait) {
        return RequestFailure.leftAlone(
                "not asked: the API asked for a pause until "
                        + Breakers.print(clock.instant().plus(wait)),
                wait);
    }
}
