package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.request.Pauses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Which sinks said that they want to be left alone, and until when: who is busy for one delivery is busy for all of them. */
record SinkPauses(Pauses pauses, InstantSource clock) {

    /** For whoever was not refused itself. What a sink says by mistake should not hold up its next reports for long. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    void pause(String sink, Duration asked) {
        pauses.pause(sink, asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
    }

    /** Notes that it took something: it is there again. */
    void answered(String sink) {
        pauses.end(sink);
    }

    /** Empty: it may be called. */
    Optional<Instant> until(String sink) {
        return Optional.of(pauses.remaining(sink))
                .filter(wait -> !wait.isZero())
                .map(clock.instant()::plus);
    }

    /** Why something is not tried. */
    static String words(Instant until) {
        return "%s: the receiver asked to be left alone until %s".formatted(Delivery.NOT_TRIED, Breakers.print(until));
    }
}
