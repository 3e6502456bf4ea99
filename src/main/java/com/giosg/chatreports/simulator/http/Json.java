package com.giosg.chatreports.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.giosg.chatreports.simulator.exchange.Answer;
import com.giosg.chatreports.simulator.exchange.Content;
import com.giosg.chatreports.simulator.exchange.Request;

/** Reads bodies strictly, as a server would, and writes answers. */
final class Json {

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    JsonNode read(Request request) {
        String type = request.header("Content-Type").orElse("");
        if (!type.startsWith("application/json")) {
            throw Refusal.of(415, "Unsupported media type \"" + type + "\" in request.");
        }
        try {
            JsonNode body = mapper.readTree(request.body());
            if (!body.isObject()) {
                throw Refusal.of(400, "JSON parse error - expected an object");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw Refusal.of(400, "JSON parse error - " + e.getOriginalMessage());
        }
    }

    Answer answer(int status, Object value) {
        try {
            return Answer.json(status, Content.of(mapper.writeValueAsBytes(value)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer is made of texts, numbers, lists and maps", e);
        }
    }
}
