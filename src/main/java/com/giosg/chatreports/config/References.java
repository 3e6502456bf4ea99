package com.giosg.chatreports.config;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code {{function:argument}}} in a text. */
final class References {

    static final String OPEN = "{{";
    static final String CLOSE = "}}";

    private static final Pattern REFERENCE = Pattern.compile("\\{\\{[^}]*}}");

    private References() {}

    static boolean any(String text) {
        return text.contains(OPEN);
    }

    /** Whether the text is one reference and nothing else. */
    static boolean only(String text) {
        return text.startsWith(OPEN) && text.indexOf(CLOSE) == text.length() - CLOSE.length();
    }

    /**
     * The text with what its references stand for, which is not looked at again.
     *
     * @throws IllegalArgumentException with an operator's message
     */
    static String resolve(String text, PropertyFunctions functions) {
        StringBuilder resolved = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, from)) {
            int close = text.indexOf(CLOSE, open);
            if (close < 0) {
                throw new IllegalArgumentException("a {{ has no }}");
            }
            resolved.append(text, from, open).append(value(text.substring(open + OPEN.length(), close), functions));
            from = close + CLOSE.length();
        }
        return resolved.append(text, from, text.length()).toString();
    }

    /** The references in a text, as they are written. */
    static Stream<String> each(String text) {
        return REFERENCE.matcher(text).results().map(MatchResult::group);
    }

    private static String value(String call, PropertyFunctions functions) {
        int colon = call.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a {{…}} needs a function: write {{env:NAME}} or {{file:PATH}}");
        }
        return functions.apply(call.substring(0, colon), call.substring(colon + 1));
    }
}
