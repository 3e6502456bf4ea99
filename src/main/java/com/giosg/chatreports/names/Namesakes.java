package com.giosg.chatreports.names;

import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Finds who or what a name of the configuration stands for.
 *
 * @param noun what bears the names, e.g. {@code room}
 * @param entries all that there are
 */
record Namesakes(String noun, Collection<Entry> entries) {

    private static final int MOST_LISTED = 30;

    /** The only one of that name: written so if there is one, else written alike. */
    Entry only(String configured) throws UnknownName {
        String name = NameText.printable(configured);
        List<Entry> found = called(name, String::equals);
        if (found.isEmpty()) {
            found = called(name, String::equalsIgnoreCase);
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new UnknownName(found.isEmpty() ? unknown("called", name) : ambiguous(name, found), false);
    }

    private List<Entry> called(String name, BiPredicate<String, String> same) {
        return entries.stream()
                .filter(entry -> entry.names().stream().anyMatch(other -> same.test(other, name)))
                .toList();
    }

    /** @param how nothing is, e.g. {@code called} */
    String unknown(String how, String name) {
        String there = entries.stream()
                .map(Entry::name)
                .sorted()
                .limit(MOST_LISTED)
                .map("“%s”"::formatted)
                .collect(Collectors.joining(", "));
        int more = entries.size() - MOST_LISTED;
        return "no %s is %s “%s”; there %s%s"
                .formatted(
                        noun,
                        how,
                        name,
                        there.isEmpty() ? "is none" : "are " + there,
                        more > 0 ? " and %d more".formatted(more) : "");
    }

    private String ambiguous(String name, List<Entry> found) {
        return "%d %ss are called “%s”: %s"
                .formatted(
                        found.size(),
                        noun,
                        name,
                        found.stream()
                                .limit(MOST_LISTED)
                                .map(entry -> "%s (“%s”)".formatted(entry.id(), entry.name()))
                                .collect(Collectors.joining(", ")));
    }
}
