package com.giosg.chatreports.ledger;

/** The ledger cannot be read or written; the message is an operator's. */
public final class LedgerFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final String NEXT = " Next: ";

    private final boolean mayPass;

    LedgerFailure(String message, Throwable cause) {
        this(message, cause, false);
    }

    /** What may pass is no defect of anybody's: every route that runs into it would print a trace that says nothing more. */
    LedgerFailure(String message, Throwable cause, boolean mayPass) {
        super(message, mayPass ? null : cause, true, !mayPass);
        this.mayPass = mayPass;
    }

    LedgerFailure(String message) {
        this(message, null);
    }

    /** Whether it may be over without anybody's doing, as for a server that is not up yet. */
    public boolean mayPass() {
        return mayPass;
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
