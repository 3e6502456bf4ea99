package com.giosg.chatreports.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads the filters of a body; what is not certain to mean what it seems to mean becomes {@link Filter.Free}. */
public final class FilterReader {

    /** Each element of an array counts: a session in two rooms matches a selector for either. */
    private static final Set<String> ARRAYS = Set.of("room_ids", "visitor_ids", "chatted_organization_ids");

    private FilterReader() {}

    /** Reads the object at {@code filters}; an empty object lets everything through. */
    public static Filter read(JsonNode node) {
        return switch (node.path("type").asText()) {
            case "and" -> hasParts(node) ? new Filter.All(parts(node)) : unknown(node);
            case "or" -> hasParts(node) ? new Filter.Any(parts(node)) : unknown(node);
            case "selector" -> selector(node);
            case "bound" -> bound(node);
            default -> node.isObject() && node.isEmpty() ? new Filter.All(List.of()) : unknown(node);
        };
    }

    private static boolean hasParts(JsonNode group) {
        return group.path("fields").isArray() && !group.path("fields").isEmpty();
    }

    private static List<Filter> parts(JsonNode group) {
        return StreamSupport.stream(group.path("fields").spliterator(), false)
                .map(FilterReader::read)
                .toList();
    }

    private static Filter selector(JsonNode node) {
        String dimension = node.path("dimension").asText();
        if (!node.path("dimension").isTextual() || !isScalar(node.path("value"))) {
            return unknown(node);
        }
        Filter.Selector selector = new Filter.Selector(dimension, text(node.path("value")));
        return ARRAYS.contains(dimension) ? new Filter.Free(selector.words(), true) : selector;
    }

    private static Filter bound(JsonNode node) {
        String dimension = node.path("dimension").asText();
        Optional<Filter.Limit> lower = limit(node, "lower");
        Optional<Filter.Limit> upper = limit(node, "upper");
        if (!node.path("dimension").isTextual() || ARRAYS.contains(dimension) || (lower.isEmpty() && upper.isEmpty())) {
            return unknown(node);
        }
        return switch (node.path("ordering").asText("lexicographic")) {
            case "lexicographic" -> new Filter.Bound(dimension, lower, upper, false);
            case "numeric" ->
                isNumber(lower) && isNumber(upper) ? new Filter.Bound(dimension, lower, upper, true) : unknown(node);
            default -> unknown(node);
        };
    }

    private static boolean isNumber(Optional<Filter.Limit> limit) {
        return limit.map(present -> Numbers.constant(present.value()).isPresent())
                .orElse(true);
    }

    private static Optional<Filter.Limit> limit(JsonNode bound, String end) {
        return isScalar(bound.path(end))
                ? Optional.of(new Filter.Limit(
                        text(bound.path(end)), bound.path(end + "Strict").asBoolean()))
                : Optional.empty();
    }

    private static boolean isScalar(JsonNode node) {
        return node.isTextual() || node.isNumber();
    }

    /** One spelling of {@code 2}, {@code 2.0} and {@code "2"}; the tutorial writes numbers as text, too. */
    private static String text(JsonNode node) {
        boolean wholeWithPoint = node.isFloatingPointNumber() && node.canConvertToExactIntegral();
        return wholeWithPoint ? node.bigIntegerValue().toString() : node.asText();
    }

    private static Filter unknown(JsonNode node) {
        return new Filter.Free(node.toString(), false);
    }
}
