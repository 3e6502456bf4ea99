package com.giosg.chatreports.names;

/** A name of the configuration stands for nothing that the directory knows, or for several; the message says what there is. */
public final class UnknownName extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean mayPass;

    /** @param mayPass whether the directory could not be asked, so that it may be known later */
    UnknownName(String message, boolean mayPass) {
        super(message);
        this.mayPass = mayPass;
    }

    public boolean mayPass() {
        return mayPass;
    }
}
