package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.request.SlowPhase;
import java.time.Instant;
import java.util.Optional;

/** A delivery that would fail as the one before it did, or as all before it. */
final class NotTried extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Optional<SlowPhase> waits;

    private NotTried(String message, Optional<SlowPhase> waits) {
        super(message);
        this.waits = waits;
    }

    /** After a batch that failed, or was not tried itself: then it hands on why. Both wait for the same, so that they keep their order. */
    static NotTried after(Delivery before) {
        return new NotTried(
                before.detail().startsWith(Delivery.NOT_TRIED)
                        ? before.detail()
                        : Delivery.NOT_TRIED + " after batch %d failed".formatted(before.number()),
                before.slowPhase().filter(phase -> before.state() == Delivery.State.WAITING));
    }

    /** Since the sink is left alone. */
    static NotTried until(Instant until, SlowPhase waits) {
        return new NotTried(Breakers.words(until), Optional.of(waits));
    }

    /** Since the sink said that it wants to be left alone. */
    static NotTried asAsked(Instant until, SlowPhase waits) {
        return new NotTried(SinkPauses.words(until), Optional.of(waits));
    }

    Delivery outcome(Delivery notTried) {
        return waits.map(phase -> notTried.waiting(getMessage(), phase))
                .orElseGet(() -> notTried.in(Delivery.State.FAILED, getMessage()));
    }
}
