package com.giosg.chatreports.route;

/** A batch that follows one that failed. */
final class NotTried extends Exception {

    private static final long serialVersionUID = 1L;

    /** After the batch of this number failed. */
    NotTried(int failed) {
        super("not tried after batch %d failed".formatted(failed));
    }
}
