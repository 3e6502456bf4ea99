package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Delivery;

/** A batch that follows one that failed. */
final class NotTried extends Exception {

    private static final long serialVersionUID = 1L;

    private static final String WORDS = "not tried after batch ";

    private NotTried(String message) {
        super(message);
    }

    /** After a batch that failed, or was not tried itself: then it hands on which one was the first. */
    static NotTried after(Delivery before) {
        return new NotTried(
                before.detail().startsWith(WORDS) ? before.detail() : WORDS + "%d failed".formatted(before.number()));
    }
}
