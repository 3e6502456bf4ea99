package com.giosg.chatreports.simulator.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import com.giosg.chatreports.simulator.exchange.Answer;
import com.giosg.chatreports.simulator.exchange.Content;
import com.giosg.chatreports.simulator.exchange.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Replaces every number of an answer by a text as it is: {@code NaN} and {@code Infinity}, which are no JSON but were
 * seen from Giosg's events API until 2019, {@code "12.50"}, {@code null}, {@code 1e999999}.
 */
record RawNumbers(String text) implements Effect {

    @Override
    public Answer apply(Request request, Answer ordinary) {
        JsonMapper mapper = new JsonMapper();
        try {
            JsonNode root = mapper.readTree(Contents.bytes(ordinary.content()));
            return ordinary.withContent(Content.of(mapper.writeValueAsBytes(replaced(root))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode replaced(JsonNode node) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (node.isNumber()) {
            return nodes.rawValueNode(new RawValue(text));
        }
        if (node.isArray()) {
            ArrayNode array = nodes.arrayNode();
            node.forEach(element -> array.add(replaced(element)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = nodes.objectNode();
            for (Map.Entry<String, JsonNode> property : node.properties()) {
                object.set(property.getKey(), replaced(property.getValue()));
            }
            return object;
        }
        return node;
    }
}
