package com.giosg.chatreports.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The lists of Giosg's directory that turn ids into names, as Giosg documents them at docs.giosg.com. */
public enum DirectoryList {
    USERS,
    TEAMS,
    ROOMS;

    private static final int LONGEST_ID = 256;

    /** The first pages: what they and all that follow them hold is the list. */
    List<PageAddress> starts(String organizationId) {
        return switch (this) {
            // Without the deleted ones, the figures of agents who left would have no name.
            case USERS ->
                List.of(new PageAddress("/api/v5/orgs/%s/users".formatted(organizationId), "include_deleted=true"));
            // What is listed without is_deleted is not documented, so both of its values are asked for.
            case TEAMS ->
                Stream.of("is_deleted=false", "is_deleted=true")
                        .map(query -> new PageAddress("/api/v6/orgs/%s/teams".formatted(organizationId), query))
                        .toList();
            // Only inferred from those of users and teams.
            case ROOMS -> List.of(new PageAddress("/api/v5/orgs/%s/rooms".formatted(organizationId), ""));
        };
    }

    /** Where else to ask if the first page does not exist: for rooms, the old address that is documented. */
    Optional<PageAddress> otherwise(String organizationId) {
        return this == ROOMS
                ? Optional.of(new PageAddress("/api/v5/rooms", "organization_id=" + organizationId))
                : Optional.empty();
    }

    /** Empty for what has no id, or no name that could be printed. */
    Optional<Entry> entry(Map<String, String> attributes) {
        String id = attributes.getOrDefault("id", "").toLowerCase(Locale.ROOT);
        List<String> names = this == USERS ? ofUser(attributes) : ofSomethingShared(attributes);
        return id.isEmpty() || id.length() > LONGEST_ID || names.isEmpty()
                ? Optional.empty()
                : Optional.of(new Entry(id, names));
    }

    private static List<String> ofUser(Map<String, String> attributes) {
        String firstAndLast =
                attributes.getOrDefault("first_name", "") + " " + attributes.getOrDefault("last_name", "");
        return printable(Stream.of(
                        attributes.getOrDefault("full_name", ""),
                        firstAndLast,
                        attributes.getOrDefault("alias", ""),
                        attributes.getOrDefault("email", "")))
                .limit(1)
                .toList();
    }

    /** {@code display_name} is the name meant for organizations that a team or room is shared with. */
    private static List<String> ofSomethingShared(Map<String, String> attributes) {
        return printable(Stream.of(attributes.getOrDefault("display_name", ""), attributes.getOrDefault("name", "")))
                .toList();
    }

    private static Stream<String> printable(Stream<String> names) {
        return names.map(NameText::printable).filter(name -> !name.isEmpty()).distinct();
    }

    /** As in messages: {@code users}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As in messages: {@code users and teams}. */
    public static String words(List<DirectoryList> lists) {
        List<String> words =
                new ArrayList<>(lists.stream().map(DirectoryList::toString).toList());
        String last = words.remove(words.size() - 1);
        return words.isEmpty() ? last : String.join(", ", words) + " and " + last;
    }
}
