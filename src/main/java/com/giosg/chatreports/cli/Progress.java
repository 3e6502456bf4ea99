package com.giosg.chatreports.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;

/** A line that changes while somebody waits at a terminal; nothing where nobody looks. */
final class Progress implements AutoCloseable {

    private static final String CLEAR_LINE = "\r\u001b[K";
    /** The cursor goes back, so that a warning takes the line's place instead of following it. */
    private static final String START_OF_LINE = "\r";

    private final PrintWriter err;
    private final boolean shown;
    private String latest = "";

    Progress(Surroundings surroundings) {
        err = surroundings.err();
        shown = surroundings.errIsTerminal();
    }

    void show(Supplier<String> text) {
        String line = shown ? text.get() : latest;
        if (!line.equals(latest)) {
            err.print(CLEAR_LINE + line + START_OF_LINE);
            err.flush();
            latest = line;
        }
    }

    @Override
    public void close() {
        if (shown) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
