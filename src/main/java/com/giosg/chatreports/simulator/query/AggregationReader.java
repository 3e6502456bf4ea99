package com.giosg.chatreports.simulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.query.Aggregation.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code aggregations}: objects in the chat sessions API, texts in the events API. */
final class AggregationReader {

    private static final String KEY = "aggregations";

    private final Dimensions dimensions;
    private final Assumptions assumptions;

    AggregationReader(Dimensions dimensions, Assumptions assumptions) {
        this.dimensions = dimensions;
        this.assumptions = assumptions;
    }

    /** E.g. {@code [{"type": "sum", "fields": ["sales"]}]}. */
    List<Aggregation> ofSessions(JsonNode list) {
        requireSome(list);
        List<Aggregation> aggregations = new ArrayList<>();
        for (JsonNode entry : list) {
            String type = entry.path("type").asText();
            requireSome(entry.path("fields"));
            for (JsonNode field : entry.path("fields")) {
                aggregations.add(ofSessions(type, field.asText()));
            }
        }
        return named(aggregations);
    }

    private Aggregation ofSessions(String type, String field) {
        if (type.equals("hyperUnique")) {
            dimensions.requireGroup(field);
            return new Aggregation(Kind.UNIQUE, field, type);
        }
        Kind kind = kind(type);
        if (kind == Kind.COUNT) {
            dimensions.requireKnown(KEY, field);
        } else {
            dimensions.requireNumber(field);
        }
        return new Aggregation(kind, field, type);
    }

    /** E.g. {@code ["avg", "count", "user_id_uniq"]}. */
    List<Aggregation> ofEvents(JsonNode list) {
        requireSome(list);
        List<Aggregation> aggregations = new ArrayList<>();
        for (JsonNode entry : list) {
            aggregations.add(ofEvents(entry.asText()));
        }
        return named(aggregations);
    }

    private static Aggregation ofEvents(String type) {
        return switch (type) {
            case "category_uniq", "action_uniq", "label_uniq", "visitor_id_uniq", "session_id_uniq", "user_id_uniq" ->
                new Aggregation(Kind.UNIQUE, type.substring(0, type.length() - "_uniq".length()), type);
            default -> new Aggregation(kind(type), "value", type);
        };
    }

    private static Kind kind(String type) {
        return switch (type) {
            case "count" -> Kind.COUNT;
            case "sum" -> Kind.SUM;
            case "avg" -> Kind.AVG;
            case "min" -> Kind.MIN;
            case "max" -> Kind.MAX;
            default -> throw new BadQuery(KEY, "Unknown aggregation: \"" + type + "\".");
        };
    }

    /** Gives each its column name; where two would be called the same, both names are used to tell them apart. */
    private List<Aggregation> named(List<Aggregation> aggregations) {
        List<String> names = aggregations.stream().map(this::name).toList();
        Set<String> distinct = new HashSet<>(names);
        List<Aggregation> named = new ArrayList<>();
        for (Aggregation aggregation : aggregations) {
            String name = distinct.size() == names.size() ? name(aggregation) : both(aggregation);
            named.add(new Aggregation(aggregation.kind(), aggregation.dimension(), name));
        }
        return List.copyOf(named);
    }

    private String name(Aggregation aggregation) {
        return switch (assumptions.value(Assumption.METRIC_COLUMN)) {
            case "field" -> aggregation.dimension();
            case "both" -> both(aggregation);
            default -> aggregation.name();
        };
    }

    private static String both(Aggregation aggregation) {
        return aggregation.name() + "_" + aggregation.dimension();
    }

    private static void requireSome(JsonNode list) {
        if (!list.isArray() || list.isEmpty()) {
            throw new BadQuery(KEY, "This list may not be empty.");
        }
    }
}
