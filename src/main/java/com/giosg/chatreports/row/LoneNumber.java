package com.giosg.chatreports.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.io.IOException;
import java.util.List;

/**
 * An object or array that holds exactly one number and no other value, e.g. <code>{"avg": 12.5}</code>, or null in the
 * place of that number, where there was nothing to average. Nothing public shows what the workflow API answers; more than
 * one value would leave open which of them is the figure.
 */
final class LoneNumber implements Answer.Datapoints {

    private final JsonParser parser;
    private boolean ended;

    /** The parser stands on the first key of an object, or on the first token of anything else. */
    LoneNumber(JsonParser parser) {
        this.parser = parser;
    }

    @Override
    public List<Datapoint> next() throws IOException, RequestFailure {
        if (ended) {
            return List.of();
        }
        ended = true;
        return List.of(new Datapoint(null, null, number()));
    }

    private String number() throws IOException, RequestFailure {
        if (parser.currentToken().isScalarValue()) {
            throw unknown();
        }
        JsonToken token = nextScalar();
        if (token == null || !(token.isNumeric() || token == JsonToken.VALUE_NULL)) {
            throw unknown();
        }
        String value = token.isNumeric() ? Numbers.ofNumber(parser) : null;
        if (nextScalar() != null) {
            throw unknown();
        }
        if (parser.nextToken() != null) {
            throw new RequestFailure(FailureKind.BAD_ANSWER, "the answer goes on after its end");
        }
        return value;
    }

    /** Null: the object or array is over. What comes after it is no part of it. */
    private JsonToken nextScalar() throws IOException {
        while (!parser.getParsingContext().inRoot()) {
            JsonToken token = parser.nextToken();
            if (token == null || token.isScalarValue()) {
                return token;
            }
        }
        return null;
    }

    private static RequestFailure unknown() {
        return new RequestFailure(
                FailureKind.SHAPE_CHANGED,
                "expected an object with fields and data, or exactly one number in an object or array; found neither");
    }
}
