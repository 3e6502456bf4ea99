package com.giosg.chatreports.format;

/** An artifact that has to be sorted in memory would not fit there. The message says what to do. */
public final class TooManyLines extends Exception {

    private static final long serialVersionUID = 1L;

    TooManyLines(String message) {
        super(message);
    }
}
