package com.giosg.chatreports.config;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Rooms and teams in a configuration: by id or by name. */
public final class IdOrName {

    /** Nobody calls anything so: it was meant to be an id. */
    private static final Predicate<String> NEARLY_ID = Pattern.compile(
                    "[0-9A-Fa-f]{6,9}(-[0-9A-Fa-f]*){3,5}|[0-9A-Fa-f]{32}")
            .asMatchPredicate();

    private IdOrName() {}

    /** Giosg prints ids in lower case. */
    public static boolean isId(String text) {
        return Scalars.isUuid(text);
    }

    /**
     * An id, or a name that is looked up when the report runs.
     *
     * @param noun what it is the id or the name of
     * @throws IllegalArgumentException with an operator's message
     */
    static String of(String noun, String text) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be the id or the name of a " + noun);
        }
        return NEARLY_ID.test(text) ? Scalars.uuid(text) : text;
    }
}
