package com.giosg.chatreports.names;

/** A name of the configuration stands for nothing that the directory knows, or for several; the message says what there is. */
public final class UnknownName extends Exception {

    private static final long serialVersionUID = 1L;

    UnknownName(String message) {
        super(message);
    }
}
