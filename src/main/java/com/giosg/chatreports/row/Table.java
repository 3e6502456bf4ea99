package com.giosg.chatreports.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.row.Columns.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The documented shape: an object with {@code fields} and then {@code data}, an array of rows in the order of
 * {@code fields}. Another key could mean that this is only a part of the answer, so it is refused.
 */
final class Table implements Answer.Datapoints {

    private final JsonParser parser;
    private final Request request;
    private final RecentTexts timestamps = new RecentTexts();
    private final RecentTexts subjects = new RecentTexts();
    private Column[] columns;
    private boolean ended;
    private long row;

    /** The parser stands on the first key of the object, or on whatever is there instead of an object. */
    Table(JsonParser parser, Request request) {
        this.parser = parser;
        this.request = request;
    }

    @Override
    public List<Datapoint> next() throws IOException, RequestFailure {
        if (columns == null) {
            columns = open();
        }
        List<Datapoint> batch = new ArrayList<>(Answer.BATCH);
        while (!ended && batch.size() < Answer.BATCH) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                batch.add(datapoint());
            } else if (token == JsonToken.END_ARRAY) {
                end();
            } else {
                throw changed("row %d of data is %s, not an array".formatted(row + 1, found(token)));
            }
        }
        return batch;
    }

    private Column[] open() throws IOException, RequestFailure {
        expectKey("fields");
        Column[] read = Columns.read(parser, request).toArray(Column[]::new);
        parser.nextToken();
        expectKey("data");
        JsonToken token = parser.nextToken();
        if (token != JsonToken.START_ARRAY) {
            throw changed("data is %s, not an array".formatted(found(token)));
        }
        return read;
    }

    private void expectKey(String key) throws IOException, RequestFailure {
        if (!key.equals(parser.currentName()) || parser.currentToken() != JsonToken.FIELD_NAME) {
            throw changed("expected an object with fields and then data; found %s in the place of %s"
                    .formatted(found(parser.currentToken()), key));
        }
    }

    private Datapoint datapoint() throws IOException, RequestFailure {
        row++;
        String timestamp = null;
        String subject = null;
        String value = null;
        for (Column column : columns) {
            JsonToken token = parser.nextToken();
            switch (column) {
                case TIMESTAMP -> timestamp = text(token, timestamps);
                case SUBJECT -> subject = text(token, subjects);
                case VALUE -> value = value(token);
            }
        }
        if (parser.nextToken() != JsonToken.END_ARRAY) {
            throw changed("row %d of data is longer than fields, which has %d".formatted(row, columns.length));
        }
        return new Datapoint(timestamp, subject, value);
    }

    private String text(JsonToken token, RecentTexts texts) throws IOException, RequestFailure {
        if (token == JsonToken.VALUE_STRING) {
            if (parser.getTextLength() > AnswerLimits.ID_CHARACTERS) {
                throw tooLong(parser.getTextLength());
            }
            return texts.text(parser);
        }
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        throw unexpected(token, "text or null");
    }

    private RequestFailure tooLong(int length) {
        return new RequestFailure(
                FailureKind.LIMIT,
                "row %d of data has a text of %d characters; a timestamp or an id may have %d"
                        .formatted(row, length, AnswerLimits.ID_CHARACTERS));
    }

    private String value(JsonToken token) throws IOException, RequestFailure {
        return switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Numbers.ofNumber(parser);
            case VALUE_STRING -> Numbers.ofText(parser.getText());
            case VALUE_NULL -> null;
            default -> throw unexpected(token, "a number or null");
        };
    }

    private RequestFailure unexpected(JsonToken token, String expected) throws IOException {
        return token == JsonToken.END_ARRAY
                ? changed("row %d of data is shorter than fields, which has %d".formatted(row, columns.length))
                : changed("row %d of data has %s where %s was expected".formatted(row, found(token), expected));
    }

    private void end() throws IOException, RequestFailure {
        ended = true;
        JsonToken token = parser.nextToken();
        if (token != JsonToken.END_OBJECT) {
            throw changed("expected an object with fields and data alone; found %s too".formatted(found(token)));
        }
        if (parser.nextToken() != null) {
            throw new RequestFailure(FailureKind.BAD_ANSWER, "the answer goes on after its end");
        }
    }

    private String found(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> "an object";
            case END_OBJECT -> "the end of the object";
            case START_ARRAY -> "an array";
            case FIELD_NAME -> "the key " + Quoted.text(parser.currentName());
            case VALUE_STRING -> "the text " + Quoted.text(parser.getText());
            default -> Quoted.printable(parser.getText());
        };
    }

    private static RequestFailure changed(String message) {
        return new RequestFailure(FailureKind.SHAPE_CHANGED, message);
    }
}
