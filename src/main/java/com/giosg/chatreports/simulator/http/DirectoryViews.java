package com.giosg.chatreports.simulator.http;

import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Room;
import com.giosg.chatreports.simulator.world.Team;
import com.giosg.chatreports.simulator.world.User;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Users, teams, rooms and organizations with the attributes that Giosg documents for them. */
final class DirectoryViews {

    private DirectoryViews() {}

    static Map<String, Object> of(User user, Organization organization) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", user.id());
        view.put("full_name", user.fullName());
        view.put("first_name", user.firstName());
        view.put("last_name", user.lastName());
        view.put("alias", user.firstName());
        view.put("email", user.email().orElse(null));
        view.put("is_bot", user.bot());
        view.put("deleted_at", text(user.deletedAt()));
        view.put("organization_id", organization.id());
        view.put("organization", of(organization));
        return view;
    }

    static Map<String, Object> of(Team team, Organization organization) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", team.id());
        view.put("name", team.name());
        view.put("display_name", team.displayName().orElse(null));
        view.put("organization_id", organization.id());
        view.put("is_deleted", team.deletedAt().isPresent());
        view.put("deleted_at", text(team.deletedAt()));
        return view;
    }

    static Map<String, Object> of(Room room, Organization organization) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", room.id());
        view.put("name", room.name());
        view.put("display_name", room.displayName().orElse(null));
        view.put("domain", room.domain());
        view.put("organization_id", room.shared() ? organization.partnerId() : organization.id());
        view.put("is_shared", room.shared());
        return view;
    }

    static Map<String, Object> of(Organization organization) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("id", organization.id());
        view.put("name", organization.name());
        return view;
    }

    private static String text(Optional<Instant> time) {
        return time.map(Instant::toString).orElse(null);
    }
}
