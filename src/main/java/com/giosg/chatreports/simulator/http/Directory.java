package com.giosg.chatreports.simulator.http;

import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.exchange.Request;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Team;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The addresses of service.giosg.com that turn ids into names. */
record Directory(URI server, Pages pages, Assumptions assumptions) {

    Map<String, Object> me(Request request, Organization organization) {
        return DirectoryViews.of(organization.tokenUser(), organization);
    }

    Map<String, Object> organization(Request request, Organization organization) {
        return DirectoryViews.of(organization);
    }

    /** Deleted users only when asked for. */
    Map<String, Object> users(Request request, Organization organization) {
        boolean deleted = flag(request, "include_deleted").orElse(false);
        return page(
                request,
                organization.users().stream()
                        .filter(user -> deleted || user.deletedAt().isEmpty())
                        .map(user -> DirectoryViews.of(user, organization))
                        .toList());
    }

    Map<String, Object> teams(Request request, Organization organization) {
        boolean all = assumptions.is(Assumption.TEAMS_LISTED, "all");
        Optional<Boolean> asked = flag(request, "is_deleted");
        return page(
                request,
                organization.teams().stream()
                        .filter(team -> asked.map(isDeleted(team)::equals).orElse(all || !isDeleted(team)))
                        .map(team -> DirectoryViews.of(team, organization))
                        .toList());
    }

    /** The deprecated form: it does not know deleted teams. */
    Map<String, Object> existingTeams(Request request, Organization organization) {
        return page(
                request,
                organization.teams().stream()
                        .filter(team -> !isDeleted(team))
                        .map(team -> DirectoryViews.of(team, organization))
                        .toList());
    }

    Map<String, Object> rooms(Request request, Organization organization) {
        return page(
                request,
                organization.rooms().stream()
                        .map(room -> DirectoryViews.of(room, organization))
                        .toList());
    }

    /** The form of 2015: the organization is a parameter. */
    Map<String, Object> roomsAsTheyWereListed(Request request, Organization organization) {
        if (request.parameter("organization_id")
                .filter(id -> !id.equals(organization.id()))
                .isPresent()) {
            throw Refusal.of(403, "You do not have permission to perform this action.");
        }
        return rooms(request, organization);
    }

    private Map<String, Object> page(Request request, List<Map<String, Object>> all) {
        return pages.page(request, server, all);
    }

    private static Boolean isDeleted(Team team) {
        return team.deletedAt().isPresent();
    }

    private static Optional<Boolean> flag(Request request, String name) {
        return request.parameter(name).map(Boolean::parseBoolean);
    }
}
