package com.giosg.chatreports.config;

import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a phrase is in one language.
 *
 * @param one where its count is 1
 * @param other where its count is another, or it has none
 */
record Wording(String one, String other) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern BRACE = Pattern.compile("[{}]");

    /** With its placeholders replaced; what they are replaced by is not looked at again. */
    String say(List<String> placeholders, Object... values) {
        if (values.length != placeholders.size()) {
            throw new IllegalArgumentException("“%s” takes %d values, not %d: %s"
                    .formatted(other, placeholders.size(), values.length, String.join(", ", placeholders)));
        }
        if (values.length == 0) {
            return other;
        }
        int count = placeholders.indexOf(Phrase.COUNT);
        boolean single = count >= 0 && String.valueOf(values[count]).equals("1");
        return PLACEHOLDER
                .matcher(single ? one : other)
                .replaceAll(match -> Matcher.quoteReplacement(value(match, placeholders, values)));
    }

    private static String value(MatchResult match, List<String> placeholders, Object... values) {
        return Objects.toString(values[placeholders.indexOf(match.group(1))]);
    }

    /** The names between braces. */
    static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** Whether a brace is left that belongs to no placeholder. */
    static boolean hasLooseBraces(String text) {
        return BRACE.matcher(PLACEHOLDER.matcher(text).replaceAll("")).find();
    }

    Stream<String> texts() {
        return Stream.of(one, other).distinct();
    }
}
