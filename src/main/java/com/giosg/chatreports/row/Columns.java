package com.giosg.chatreports.row;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.time.Granularity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the columns of an answer are, by the names and types in its {@code fields}: the position is not documented to be
 * fixed, and the name of the metric's column is not documented at all.
 */
final class Columns {

    /** Enough for every documented answer; what has more is another shape, whatever the columns are. */
    private static final int MOST_FIELDS = 16;

    private Columns() {}

    /** The columns that matter. */
    enum Column {
        TIMESTAMP,
        SUBJECT,
        VALUE
    }

    private record Field(String name, String type) {

        static Field of(Map<String, String> description) {
            return new Field(description.get("name"), description.get("type"));
        }

        @Override
        public String toString() {
            return name + " (" + type + ")";
        }
    }

    /** Reads {@code fields}, the parser standing before its value. */
    static List<Column> read(JsonParser parser, Request request) throws IOException, RequestFailure {
        List<Field> fields = fields(parser);
        List<Column> columns = new ArrayList<>();
        for (Field field : fields) {
            columns.add(column(field, fields, request));
        }
        Set<Column> found = EnumSet.noneOf(Column.class);
        found.addAll(columns);
        if (found.size() < columns.size() || !found.containsAll(required(request))) {
            throw unexpected(fields, request);
        }
        return columns;
    }

    private static Column column(Field field, List<Field> fields, Request request) throws RequestFailure {
        if ("metric".equals(field.type())) {
            return Column.VALUE;
        }
        if ("dimension".equals(field.type()) && "timestamp".equals(field.name())) {
            return Column.TIMESTAMP;
        }
        if ("dimension".equals(field.type())
                && request.scope() != Scope.ORG
                && groupName(request).equals(field.name())) {
            return Column.SUBJECT;
        }
        throw unexpected(fields, request);
    }

    private static Set<Column> required(Request request) {
        Set<Column> required = EnumSet.of(Column.VALUE);
        if (request.scope() != Scope.ORG) {
            required.add(Column.SUBJECT);
        }
        if (!timestampOptional(request)) {
            required.add(Column.TIMESTAMP);
        }
        return required;
    }

    /** Giosg's sample of an answer without buckets seems to have no timestamp. */
    private static boolean timestampOptional(Request request) {
        return request.granularity() == Granularity.ALL
                || !request.metric().api().buckets();
    }

    private static String groupName(Request request) {
        return request.scope().id() + "_id";
    }

    private static List<Field> fields(JsonParser parser) throws IOException, RequestFailure {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            throw malformed();
        }
        List<Field> fields = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (fields.size() == MOST_FIELDS || parser.currentToken() != JsonToken.START_OBJECT) {
                throw malformed();
            }
            fields.add(Field.of(description(parser)));
        }
        return fields;
    }

    private static Map<String, String> description(JsonParser parser) throws IOException, RequestFailure {
        Map<String, String> description = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            if (description.size() == MOST_FIELDS || !parser.nextToken().isScalarValue()) {
                throw malformed();
            }
            description.put(key, Quoted.printable(parser.getText()));
        }
        return description;
    }

    private static RequestFailure malformed() {
        return new RequestFailure(
                FailureKind.SHAPE_CHANGED,
                "the answer's fields were expected to be a short list of {name, type}, but they are not");
    }

    private static RequestFailure unexpected(List<Field> fields, Request request) {
        List<String> expected = new ArrayList<>();
        if (timestampOptional(request)) {
            expected.add("timestamp or none");
        } else {
            expected.add("timestamp");
        }
        if (request.scope() != Scope.ORG) {
            expected.add(groupName(request));
        }
        expected.add("one metric");
        return new RequestFailure(
                FailureKind.SHAPE_CHANGED,
                "expected the columns %s; found %s"
                        .formatted(
                                String.join(", ", expected),
                                fields.isEmpty()
                                        ? "none"
                                        : fields.stream().map(Field::toString).collect(Collectors.joining(", "))));
    }
}
