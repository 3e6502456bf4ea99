package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.ledger.Delivery;
import java.util.Optional;

/** What may have arrived is not sent again by itself where a sink says so: {@code on-uncertain: hold}. */
record Held(Configuration configuration) {

    /** The end of a cause. */
    static final String WORDS = "; held, since on-uncertain is hold";

    /** What an operator can do about it. */
    static String nextMove(String runId) {
        return "ask the receiver whether it arrived; if it did not: chat-reports retry " + runId;
    }

    /** Whether a failure leaves a delivery held. */
    boolean is(Delivery delivery, Throwable thrown) {
        return isBy(delivery.sink()) && PassingCauses.isUncertain(thrown);
    }

    /** Whether the sink of this name wants it so. */
    boolean isBy(String sink) {
        return Optional.ofNullable(configuration.sinks().get(sink))
                .filter(Sink::holdsUncertain)
                .isPresent();
    }
}
