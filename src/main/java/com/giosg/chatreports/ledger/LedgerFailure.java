package com.giosg.chatreports.ledger;

/** The ledger cannot be read or written; the message is an operator's. */
public final class LedgerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerFailure(String message, Throwable cause) {
        super(message, cause);
    }

    LedgerFailure(String message) {
        super(message);
    }
}
