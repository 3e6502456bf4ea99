package com.giosg.chatreports.ledger;

/** The ledger cannot be read or written; the message is an operator's. */
public final class LedgerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String NEXT = " Next: ";

    LedgerFailure(String message, Throwable cause) {
        super(message, cause);
    }

    LedgerFailure(String message) {
        super(message);
    }

    /** The message without the next move. */
    public String problem() {
        return getMessage().split(NEXT, 2)[0].replaceFirst("\\.$", "");
    }

    /** What to do about it; empty where the message does not say. */
    public String nextMove() {
        String[] parts = getMessage().split(NEXT, 2);
        return parts.length == 1 ? "" : parts[1];
    }
}
