package com.giosg.chatreports.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** A body in the one form that all bodies of the same meaning have: keys sorted, and what {@code and} and {@code or} hold. */
final class CanonicalBody {

    private CanonicalBody() {}

    static JsonNode of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object(object);
        }
        return node instanceof ArrayNode array ? array(elements(array)) : node;
    }

    private static ObjectNode object(ObjectNode object) {
        ObjectNode sorted = JsonNodeFactory.instance.objectNode();
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> sorted.set(name, of(object.get(name))));
        boolean orderless = List.of("and", "or").contains(object.path("type").asText());
        if (orderless && sorted.get("fields") instanceof ArrayNode filters) {
            sorted.set(
                    "fields",
                    array(elements(filters).stream()
                            .sorted(Comparator.comparing(JsonNode::toString))
                            .toList()));
        }
        return sorted;
    }

    private static List<JsonNode> elements(ArrayNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(CanonicalBody::of)
                .toList();
    }

    private static ArrayNode array(List<JsonNode> elements) {
        return JsonNodeFactory.instance.arrayNode().addAll(elements);
    }
}
