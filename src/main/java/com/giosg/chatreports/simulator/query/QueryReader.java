package com.giosg.chatreports.simulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.world.Organization;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads the bodies of the chat sessions and events APIs, or says what is wrong with them. */
public final class QueryReader {

    private final Assumptions assumptions;

    public QueryReader(Assumptions assumptions) {
        this.assumptions = assumptions;
    }

    public Query chatSessions(JsonNode body) {
        Dimensions dimensions = Dimensions.ofSessions();
        return query(
                body,
                dimensions,
                new AggregationReader(dimensions, assumptions).ofSessions(body.path("aggregations")),
                Filter.everything());
    }

    /** Events carry two conditions outside the filters: vendor and sources. */
    public Query events(JsonNode body, Organization organization) {
        Dimensions dimensions = Dimensions.ofEvents(assumptions);
        JsonNode vendor = body.path("vendor");
        if (!vendor.isTextual()) {
            throw new BadQuery("vendor", "This field is required.");
        }
        if (!body.path("organization_id").asText(organization.id()).equals(organization.id())) {
            throw new BadQuery("organization_id", "Not the organization of the address.");
        }
        Filter base = Filter.all(List.of(Filter.selector("vendor", vendor.asText()), sources(body)));
        return query(
                body,
                dimensions,
                new AggregationReader(dimensions, assumptions).ofEvents(body.path("aggregations")),
                base);
    }

    private Query query(JsonNode body, Dimensions dimensions, List<Aggregation> aggregations, Filter base) {
        boolean numeric = assumptions.is(Assumption.BOUND_ORDERING, "numeric");
        Filter filter = new FilterReader(dimensions, numeric).read(body.path("filters"));
        return new Query(
                Interval.read(body, assumptions),
                Granularity.of(body.path("granularity").asText()),
                groups(body.path("group_by"), dimensions),
                aggregations,
                Filter.all(List.of(base, filter)));
    }

    private static List<String> groups(JsonNode groupBy, Dimensions dimensions) {
        if (!groupBy.isMissingNode() && !groupBy.isArray()) {
            throw new BadQuery("group_by", "Expected a list.");
        }
        List<String> groups = texts(groupBy);
        groups.forEach(dimensions::requireGroup);
        return groups;
    }

    private static Filter sources(JsonNode body) {
        List<String> sources = texts(body.path("sources"));
        if (sources.isEmpty()) {
            return Filter.everything();
        }
        return Filter.any(sources.stream()
                .map(source -> Filter.selector("source", source))
                .toList());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
