package com.giosg.chatreports.config;

/** What an operator wrote, fit for one line of a message. */
final class Quoted {

    private static final int LONGEST = 60;

    private Quoted() {}

    /** In quotation marks, without control characters, cut when long. */
    static String of(String text) {
        return "\"" + line(text) + "\"";
    }

    /** Without control characters, cut when long. */
    static String line(String text) {
        String line = text.codePoints()
                .limit(LONGEST)
                .map(character -> Character.isISOControl(character) ? '\uFFFD' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return text.codePointCount(0, text.length()) > LONGEST ? line + "…" : line;
    }
}
