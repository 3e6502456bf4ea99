package com.giosg.chatreports.names;

import com.giosg.chatreports.metrics.Scope;
import java.util.Locale;
import java.util.Map;

/**
 * What readers call the users and teams of an organization.
 *
 * @param users by id, lower case
 * @param teams by id, lower case
 * @param whole whether there are no others: every list that was wanted was had to its end
 */
public record Names(Map<String, String> users, Map<String, String> teams, boolean whole) {

    private static final Names NONE = new Names(Map.of(), Map.of(), false);

    /** Ids stay ids. */
    public static Names none() {
        return NONE;
    }

    /** The name of a user or team; the id where none is known, as of users of another organization. */
    public String of(Scope scope, String id) {
        Map<String, String> known =
                switch (scope) {
                    case USER -> users;
                    case TEAM -> teams;
                    case ORG -> Map.of();
                };
        return known.getOrDefault(id.toLowerCase(Locale.ROOT), id);
    }
}
