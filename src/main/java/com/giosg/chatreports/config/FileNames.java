package com.giosg.chatreports.config;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Names of artifacts. They stay in their folder whatever they are made of: letters and digits of every language,
 * {@code . _ -} and spaces remain, everything else becomes {@code -}.
 */
public final class FileNames {

    /** With the ending; in bytes of UTF-8, since that is what file systems count. */
    public static final int LONGEST = 200;

    private FileNames() {}

    /** The name of an artifact. */
    public static String of(String pattern, Placeholders placeholders) {
        return safe(placeholders.expand(pattern));
    }

    /** A name that is safe in every folder; the same for the same text. */
    public static String safe(String text) {
        String name = text.codePoints()
                .map(character -> isAllowed(character) ? character : '-')
                // A leading dot would hide the file or, doubled, leave the folder.
                .dropWhile(character -> character == '.' || character == ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .stripTrailing();
        return name.isEmpty() ? "-" : shortened(name);
    }

    /** What is wrong with a pattern, in an operator's words. */
    static Optional<String> problem(String pattern) {
        if (pattern.contains("/") || pattern.contains("\\")) {
            return Optional.of("a file name has no folders; put them into the sink's directory");
        }
        if (pattern.startsWith(".") || pattern.startsWith(" ")) {
            return Optional.of("a file name must not start with a dot or a space");
        }
        if (pattern.chars().anyMatch(Character::isISOControl)) {
            return Optional.of("a file name must not hold control characters");
        }
        return isTooLong(pattern)
                ? Optional.of("a file name has at most %d characters".formatted(LONGEST))
                : Placeholders.problem(pattern);
    }

    static boolean isTooLong(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length > LONGEST;
    }

    private static boolean isAllowed(int character) {
        return Character.isLetterOrDigit(character) || "._- ".indexOf(character) >= 0;
    }

    /** Cuts before the ending, never through a character. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int end = name.length() - ending.length();
        while (isTooLong(name.substring(0, end) + ending)) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + ending;
    }
}
