package com.giosg.chatreports.simulator.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Makes the users, teams and rooms of one organization; ids follow from the names, so they never change. */
record Members(String organizationId) {

    private static final Instant DELETED = Instant.parse("2026-06-30T13:00:00Z");

    String id(String kind, String name) {
        String unique = organizationId + "/" + kind + "/" + name;
        return UUID.nameUUIDFromBytes(unique.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The user of the token, as Giosg's tutorial advises to name it. */
    User reporter() {
        return user("Reporting api-user", "do not delete", Optional.empty());
    }

    User user(String firstName, String lastName, Team team) {
        return user(firstName, lastName, Optional.of(team.id()));
    }

    User user(String firstName, String lastName, Optional<String> teamId) {
        String id = id("user", firstName + " " + lastName);
        Optional<String> email = Optional.of("user-" + id.substring(0, 8) + "@example.com");
        return new User(id, firstName, lastName, email, false, teamId, Optional.empty());
    }

    User deletedUser(String firstName, String lastName, Team team) {
        User user = user(firstName, lastName, team);
        return new User(user.id(), firstName, lastName, user.email(), false, user.teamId(), Optional.of(DELETED));
    }

    User bot(String name, Team team) {
        return new User(id("user", name), name, "", Optional.empty(), true, Optional.of(team.id()), Optional.empty());
    }

    Team team(String name) {
        return new Team(id("team", name), name, Optional.empty(), Optional.empty());
    }

    Team sharedTeam(String name, String displayName) {
        return new Team(id("team", name), name, Optional.of(displayName), Optional.empty());
    }

    Team deletedTeam(String name) {
        return new Team(id("team", name), name, Optional.empty(), Optional.of(DELETED));
    }

    Room room(String name, String domain) {
        return new Room(id("room", name), name, Optional.empty(), domain, false);
    }

    Room sharedRoom(String name, String displayName, String domain) {
        return new Room(id("room", name), name, Optional.of(displayName), domain, true);
    }
}
