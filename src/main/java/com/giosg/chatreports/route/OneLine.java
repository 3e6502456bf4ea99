package com.giosg.chatreports.route;

/** What another system said, fit for one line of a message. */
final class OneLine {

    /** As much as tells what is wrong. */
    static final int LONGEST = 500;

    private OneLine() {}

    /** Without line breaks and control characters, cut when long. */
    static String of(String said) {
        String line = said.replaceAll("\\s+", " ").replaceAll("\\p{Cntrl}", "?").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
