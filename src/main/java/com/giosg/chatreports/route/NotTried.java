package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Delivery;

/** A batch that follows one that failed. */
final class NotTried extends Exception {

    private static final long serialVersionUID = 1L;

    private static final String WORDS = "not tried after batch ";

    private final transient Delivery before;

    private NotTried(String message, Delivery before) {
        super(message);
        this.before = before;
    }

    /** After a batch that failed, or was not tried itself: then it hands on which one was the first. */
    static NotTried after(Delivery before) {
        return new NotTried(
                before.detail().startsWith(WORDS) ? before.detail() : WORDS + "%d failed".formatted(before.number()),
                before);
    }

    /** What becomes of the one that was not tried: the same as of the one before it, so that they keep their order. */
    Delivery outcome(Delivery notTried) {
        return before.state() == Delivery.State.WAITING
                ? notTried.waiting(getMessage(), before.slowPhase().orElseThrow())
                : notTried.in(Delivery.State.FAILED, getMessage());
    }
}
