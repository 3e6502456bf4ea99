package com.giosg.chatreports.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an operator probably meant by a name that does not exist. */
public final class Suggestion {

    /** More names than this are no help in a message. */
    private static final int LISTED = 15;

    /** Keys need their explanation sooner. */
    private static final int LISTED_KEYS = 12;

    private static final String REFERENCE = "; docs/reference/configuration.md has all of them";

    private Suggestion() {}

    /** E.g. {@code there is no sink "team-leeds"; did you mean "team-leads"?} */
    public static String unknown(String noun, String name, Collection<String> known) {
        return "there is no %s %s".formatted(noun, Quoted.of(name)) + instead(name, known, "; there are: ");
    }

    /** The same for a key of the configuration; where there are many, it says where to read about them. */
    static String unknownKey(String key, Collection<String> known) {
        boolean many = known.size() > LISTED_KEYS;
        Collection<String> listed = many && closest(key, known).isEmpty() ? List.of() : known;
        return unknown("key", key, listed) + (listed.isEmpty() ? REFERENCE : "");
    }

    /** E.g. {@code cannot be "cvs"; did you mean "csv"?} */
    static String cannotBe(String text, Collection<String> choices) {
        return "cannot be " + Quoted.of(text) + instead(text, choices, "; it can be: ");
    }

    private static String instead(String name, Collection<String> known, String intro) {
        String list = known.isEmpty() || known.size() > LISTED ? "" : intro + String.join(", ", known);
        return closest(name, known).map("; did you mean \"%s\"?"::formatted).orElse(list);
    }

    static Optional<String> closest(String name, Collection<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int bound = Math.min(wanted.length(), 40) / 3;
        Optional<String> similar = known.stream()
                .filter(candidate -> Math.abs(candidate.length() - wanted.length()) <= bound)
                .filter(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT)) <= bound)
                .min(Comparator.comparingInt(candidate -> distance(wanted, candidate.toLowerCase(Locale.ROOT))));
        return similar.or(() -> endingWith(wanted, known));
    }

    /** {@code Helsinki} is meant for {@code Europe/Helsinki}. */
    private static Optional<String> endingWith(String wanted, Collection<String> known) {
        return known.stream()
                .filter(candidate -> candidate.toLowerCase(Locale.ROOT).endsWith("/" + wanted))
                .findFirst();
    }

    /** The fewest letters to insert, remove, replace or swap with their neighbour. */
    private static int distance(String from, String to) {
        int[][] distances = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                distances[i][j] = i == 0 || j == 0 ? i + j : step(distances, from, i, to, j);
            }
        }
        return distances[from.length()][to.length()];
    }

    private static int step(int[][] distances, String from, int i, String to, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int edited = Math.min(distances[i - 1][j], distances[i][j - 1]) + 1;
        int kept = Math.min(edited, distances[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(kept, distances[i - 2][j - 2] + 1) : kept;
    }
}
