package com.giosg.chatreports.format.mail;

import java.util.regex.Pattern;

/** Text that becomes part of a header: a line end in it would begin a header of its own. */
final class HeaderText {

    /** Control characters, the line ends of Unicode, and what makes text run backwards. */
    private static final Pattern DANGEROUS = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+");

    private HeaderText() {}

    static String of(String text) {
        return DANGEROUS.matcher(text).replaceAll(" ").strip();
    }
}
