package com.giosg.chatreports.simulator.query;

import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import java.util.HashSet;
import java.util.Set;

/**
 * The names that a family of queries knows.
 *
 * @param groups what can be grouped by and filtered on
 * @param numbers what can be added up and filtered on
 */
record Dimensions(Set<String> groups, Set<String> numbers) {

    private static final Set<String> EVENT_FIELDS = Set.of(
            "event_version",
            "vendor",
            "source",
            "category",
            "action",
            "label",
            "organization_id",
            "properties",
            "dim1",
            "dim2",
            "dim3",
            "dim4",
            "dim5",
            "visitor_id",
            "session_id",
            "user_id",
            "browser_name",
            "browser_version",
            "device_screen_height",
            "device_screen_width",
            "device_type",
            "geo_city",
            "geo_country",
            "ip_organization",
            "os_name",
            "os_version");

    static Dimensions ofSessions() {
        return new Dimensions(
                Set.of(
                        "chat_initiator",
                        "chat_session_id",
                        "chat_type",
                        "chatted_organization_ids",
                        "owner_organization_id",
                        "room_ids",
                        "scope",
                        "team_id",
                        "user_id",
                        "visitor_ids"),
                Set.of("order_count", "sales", "subscription_sales", "user_message_count", "visitor_message_count"));
    }

    static Dimensions ofEvents(Assumptions assumptions) {
        Set<String> groups = new HashSet<>(EVENT_FIELDS);
        if (assumptions.is(Assumption.ROOMS_OF_EVENTS, "accepted")) {
            groups.add("room_ids");
        }
        return new Dimensions(groups, Set.of("value"));
    }

    static Dimensions ofWorkflow() {
        Set<String> groups = new HashSet<>(EVENT_FIELDS);
        groups.add("partner_organization_ids");
        return new Dimensions(groups, Set.of());
    }

    void requireKnown(String key, String dimension) {
        if (!groups.contains(dimension) && !numbers.contains(dimension)) {
            throw new BadQuery(key, "Unknown dimension: \"" + dimension + "\".");
        }
    }

    void requireGroup(String dimension) {
        if (!groups.contains(dimension)) {
            throw new BadQuery("group_by", "Cannot group by \"" + dimension + "\".");
        }
    }

    void requireNumber(String dimension) {
        if (!numbers.contains(dimension)) {
            throw new BadQuery("aggregations", "Dimension \"" + dimension + "\" is no number.");
        }
    }
}
