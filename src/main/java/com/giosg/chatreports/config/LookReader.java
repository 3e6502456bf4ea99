package com.giosg.chatreports.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how reports look. */
final class LookReader {

    static final List<String> KEYS = List.of("colour", "footer", "logo");

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final int LONGEST_FOOTER = 500;

    /** Control characters, the line ends of Unicode, and what makes text run backwards. */
    private static final Pattern NO_LINE = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private LookReader() {}

    static Look read(Section above) {
        Section look = above.section("look", KEYS);
        return new Look(
                look.find("colour").flatMap(LookReader::colour),
                look.find("footer").flatMap(footer -> footer.parsed(LookReader::footer)),
                look.find("logo").flatMap(LookReader::logo));
    }

    private static Optional<String> colour(Value value) {
        if (value.isNull()) {
            value.problem("has no value; write it in quotes, e.g. \"#0a7d4f\", for # begins a comment");
            return Optional.empty();
        }
        return value.parsed(LookReader::colour);
    }

    private static String colour(String text) {
        if (!COLOUR.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must be a colour as # and six digits 0 to 9 or a to f, e.g. \"#0a7d4f\", not " + Quoted.of(text));
        }
        return text.toLowerCase(Locale.ROOT);
    }

    /** A lambda, because a method reference would load the picture library for those without any. */
    private static Optional<Logo> logo(Value value) {
        return value.parsed(text -> LogoReader.read(text));
    }

    private static String footer(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST_FOOTER) {
            throw new IllegalArgumentException(
                    "must have at most %d characters, not %d".formatted(LONGEST_FOOTER, length));
        }
        if (text.isBlank() || NO_LINE.matcher(text).find()) {
            throw new IllegalArgumentException("must be one line of text without control characters");
        }
        return text.strip();
    }
}
