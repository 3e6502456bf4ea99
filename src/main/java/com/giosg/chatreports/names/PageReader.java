package com.giosg.chatreports.names;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads pages: {@code next} (an address or null), {@code previous} and {@code results}. Anything else is refused, like
 * an answer of the reporting APIs that has another shape.
 */
final class PageReader {

    /** Thousands of users on one page: the directory promises no size of pages. */
    static final int MOST_BYTES = 16 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(MOST_BYTES)
                    .maxNestingDepth(32)
                    .maxStringLength(1 << 20)
                    .maxNameLength(256)
                    .maxNumberLength(64)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final Set<String> ATTRIBUTES =
            Set.of("id", "full_name", "first_name", "last_name", "alias", "email", "display_name", "name");

    private final DirectoryList list;

    PageReader(DirectoryList list) {
        this.list = list;
    }

    Page read(InputStream answer) throws RequestFailure {
        try (JsonParser parser = JSON.createParser(answer)) {
            return page(parser);
        } catch (StreamConstraintsException e) {
            throw new RequestFailure(FailureKind.LIMIT, "the answer is larger or deeper than allowed", e);
        } catch (JsonProcessingException | CharConversionException e) {
            throw new RequestFailure(FailureKind.BAD_ANSWER, "the answer is not valid JSON", e);
        } catch (IOException e) {
            throw new RequestFailure(FailureKind.INTERRUPTED, "the answer broke off: " + e.getMessage(), e);
        }
    }

    private Page page(JsonParser parser) throws IOException, RequestFailure {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new RequestFailure(FailureKind.BAD_ANSWER, "the answer is empty");
        }
        List<Entry> entries = null;
        Optional<String> next = null;
        for (String key = key(parser, first); key != null; key = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            switch (key) {
                case "results" -> entries = entries(parser, value);
                case "next" -> next = next(parser, value);
                default -> parser.skipChildren();
            }
        }
        if (parser.nextToken() != null) {
            throw new RequestFailure(FailureKind.BAD_ANSWER, "the answer goes on after its end");
        }
        if (entries == null || next == null) {
            throw changed("the answer has no " + (entries == null ? "results" : "next"));
        }
        return new Page(entries, next);
    }

    private static String key(JsonParser parser, JsonToken first) throws IOException, RequestFailure {
        if (first != JsonToken.START_OBJECT) {
            throw changed("the answer is no object");
        }
        return parser.nextFieldName();
    }

    private static Optional<String> next(JsonParser parser, JsonToken value) throws IOException, RequestFailure {
        return switch (value) {
            case VALUE_STRING -> Optional.of(parser.getText());
            case VALUE_NULL -> Optional.empty();
            default -> throw changed("next is neither an address nor null");
        };
    }

    private List<Entry> entries(JsonParser parser, JsonToken value) throws IOException, RequestFailure {
        if (value != JsonToken.START_ARRAY) {
            throw changed("results is no array");
        }
        List<Entry> entries = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw changed("results holds something else than objects");
            }
            list.entry(attributes(parser)).ifPresent(entries::add);
        }
        return entries;
    }

    private static Map<String, String> attributes(JsonParser parser) throws IOException {
        Map<String, String> attributes = new HashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            if (parser.nextToken() == JsonToken.VALUE_STRING && ATTRIBUTES.contains(key)) {
                attributes.put(key, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return attributes;
    }

    private static RequestFailure changed(String message) {
        return new RequestFailure(FailureKind.SHAPE_CHANGED, message);
    }
}
