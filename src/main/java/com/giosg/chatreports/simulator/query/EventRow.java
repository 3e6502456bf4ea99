package com.giosg.chatreports.simulator.query;

import com.giosg.chatreports.simulator.world.Event;
import com.giosg.chatreports.simulator.world.Organization;
import java.time.Instant;
import java.util.List;

/** An event as the events API and the workflow API see it. */
public record EventRow(Organization organization, Event event) implements Item {

    @Override
    public Instant time() {
        return event.time();
    }

    @Override
    public List<String> values(String dimension) {
        return switch (dimension) {
            case "event_version" -> List.of("1");
            case "vendor" -> List.of(event.vendor());
            case "source" -> List.of(event.source());
            case "category" -> List.of(event.category());
            case "action" -> List.of(event.action());
            case "label" -> event.label().isEmpty() ? List.of() : List.of(event.label());
            case "organization_id" -> List.of(organization.id());
            case "partner_organization_ids" -> event.partnerOrganizationIds();
            case "room_ids" -> event.roomIds();
            case "user_id" -> event.userId().stream().toList();
            case "visitor_id" -> event.visitorId().stream().toList();
            case "session_id" -> List.of(event.sessionId());
            case "value" -> List.of(event.value().toPlainString());
            case "dim1" -> event.dim1().stream().toList();
            // Documented fields that nothing in this world fills.
            default -> List.of();
        };
    }
}
