package com.giosg.chatreports.format.status;

import java.util.List;

/**
 * One run at a glance.
 *
 * @param organization its name
 * @param window both days included
 * @param answered how many requests were, in words
 * @param causes why something is missing, in plain words
 * @param nextMove what can be done about it, or when it is tried again by itself
 */
public record RunView(
        String id,
        String href,
        String report,
        String organization,
        String due,
        String window,
        State state,
        String answered,
        long rows,
        List<String> causes,
        List<SinkView> sinks,
        String nextMove) {

    /**
     * What became of it at one sink.
     *
     * @param detail a cause, or a receipt
     * @param pages how many of the files that it was given are pages
     * @param page the address of the only one of those, or of a list of them
     */
    public record SinkView(String name, State state, String detail, int pages, List<String> page) {}
}
