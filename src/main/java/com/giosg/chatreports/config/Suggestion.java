package com.giosg.chatreports.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What an operator probably meant by a name that does not exist. */
public final class Suggestion {

    /** More names than this are no help in a message. */
    private static final int LISTED = 15;

    private Suggestion() {}

    /** E.g. {@code there is no sink "team-leeds"; did you mean "team-leads"?} */
    public static String unknown(String noun, String name, Collection<String> known) {
        String start = "there is no %s %s".formatted(noun, Quoted.of(name));
        Optional<String> closest = closest(name, known);
        if (closest.isPresent()) {
            return "%s; did you mean \"%s\"?".formatted(start, closest.get());
        }
        return known.isEmpty() || known.size() > LISTED ? start : start + "; there are: " + String.join(", ", known);
    }

    static Optional<String> closest(String name, Collection<String> known) {
        String wanted = name.toLowerCase(Locale.ROOT);
        int bound = Math.max(1, Math.min(wanted.length(), 40) / 3);
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

    /** Levenshtein's distance: the fewest letters to insert, remove or replace. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            row[column] = column;
        }
        for (int line = 1; line <= from.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = diagonal + (from.charAt(line - 1) == to.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[to.length()];
    }
}
