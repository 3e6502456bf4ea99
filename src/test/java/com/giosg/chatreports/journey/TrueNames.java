package com.giosg.chatreports.journey;

import com.giosg.chatreports.simulator.world.Organization;
import java.util.stream.Stream;

/** What readers must find in place of an id, from the simulated world itself. */
final class TrueNames {

    private TrueNames() {}

    /** Users of partners are not in the organization's directory: they stay ids. */
    static String of(Organization organization, String scope, String id) {
        if (id.isEmpty()) {
            return scope.equals("org") ? "" : "(no " + scope + ")";
        }
        return names(organization, scope, id).findFirst().orElse(id);
    }

    private static Stream<String> names(Organization organization, String scope, String id) {
        return scope.equals("team")
                ? organization.teams().stream()
                        .filter(team -> team.id().equals(id))
                        .map(team -> team.displayName().orElse(team.name()))
                : organization.users().stream()
                        .filter(user -> user.id().equals(id))
                        .map(user -> (user.firstName() + " " + user.lastName()).strip());
    }
}
