package com.giosg.chatreports.simulator.query;

/** A question that cannot be answered; becomes a 400 with the name of the key and the message. */
public final class BadQuery extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    public BadQuery(String key, String message) {
        super(message);
        this.key = key;
    }

    /** The key of the request body that is wrong, e.g. {@code filters}. */
    public String key() {
        return key;
    }
}
