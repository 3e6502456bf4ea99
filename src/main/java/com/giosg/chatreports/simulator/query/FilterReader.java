package com.giosg.chatreports.simulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Reads {@code filters}. What Giosg documents is known here: {@code and}, {@code or}, {@code selector},
 * {@code bound}; everything else that Druid has is refused, so that nobody builds on it unnoticed.
 */
final class FilterReader {

    private static final String KEY = "filters";

    private final Dimensions dimensions;
    private final boolean numericByDefault;

    FilterReader(Dimensions dimensions, boolean numericByDefault) {
        this.dimensions = dimensions;
        this.numericByDefault = numericByDefault;
    }

    /** Nothing and the empty object match everything: that is what Giosg's own client sends for "no filter". */
    Filter read(JsonNode filters) {
        if (filters.isMissingNode() || (filters.isObject() && filters.isEmpty())) {
            return Filter.everything();
        }
        return filter(filters);
    }

    private Filter filter(JsonNode node) {
        if (!node.isObject()) {
            throw new BadQuery(KEY, "A filter must be an object.");
        }
        return switch (node.path("type").asText()) {
            case "and" -> Filter.all(fields(node));
            case "or" -> Filter.any(fields(node));
            case "selector" -> Filter.selector(dimension(node), selected(node));
            case "bound" -> bound(node);
            default -> throw new BadQuery(KEY, "Unknown filter type: " + node.path("type") + ".");
        };
    }

    /** An empty list is refused: Giosg's events API answered it with 400. */
    private List<Filter> fields(JsonNode node) {
        JsonNode fields = node.path("fields");
        if (!fields.isArray() || fields.isEmpty()) {
            throw new BadQuery(KEY, "\"fields\" of \"" + node.path("type").asText() + "\" must not be empty.");
        }
        return StreamSupport.stream(fields.spliterator(), false)
                .map(this::filter)
                .toList();
    }

    private String selected(JsonNode node) {
        JsonNode value = node.path("value");
        if (value.isMissingNode() || value.isContainerNode()) {
            throw new BadQuery(KEY, "A selector needs a \"value\".");
        }
        return value.isNull() ? "" : value.asText();
    }

    private Bound bound(JsonNode node) {
        boolean numeric =
                switch (node.path("ordering").asText(numericByDefault ? "numeric" : "lexicographic")) {
                    case "numeric" -> true;
                    case "lexicographic" -> false;
                    default -> throw new BadQuery(KEY, "Unknown ordering: " + node.path("ordering") + ".");
                };
        Optional<String> lower = end(node, "lower", numeric);
        Optional<String> upper = end(node, "upper", numeric);
        if (lower.isEmpty() && upper.isEmpty()) {
            throw new BadQuery(KEY, "A bound needs \"lower\" or \"upper\".");
        }
        return new Bound(dimension(node), lower, flag(node, "lowerStrict"), upper, flag(node, "upperStrict"), numeric);
    }

    private static Optional<String> end(JsonNode node, String name, boolean numeric) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (value.isContainerNode() || (numeric && !Bound.isNumber(value.asText()))) {
            throw new BadQuery(KEY, "\"" + name + "\" of a bound cannot be " + value + ".");
        }
        return Optional.of(value.asText());
    }

    private static boolean flag(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new BadQuery(KEY, "\"" + name + "\" must be true or false.");
        }
        return value.asBoolean();
    }

    private String dimension(JsonNode node) {
        String dimension = node.path("dimension").asText();
        dimensions.requireKnown(KEY, dimension);
        return dimension;
    }
}
