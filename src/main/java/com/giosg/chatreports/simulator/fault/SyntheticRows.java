package com.giosg.chatreports.simulator.fault;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.giosg.chatreports.simulator.exchange.Answer;
import com.giosg.chatreports.simulator.exchange.Content;
import com.giosg.chatreports.simulator.exchange.Request;
import com.giosg.chatreports.simulator.query.Buckets;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/**
 * A table of any size for benchmarks, in place of an ordinary table: the columns of the ordinary answer, the asked buckets one after the other, in
 * each the same subjects, figures from 0 to 96. It is written while it is sent, so no size needs memory.
 *
 * @param rows must not be more than asked buckets times subjects
 * @param subjects different values of the group columns
 */
record SyntheticRows(int rows, int subjects) implements Effect {

    @Override
    public Answer apply(Request request, Answer ordinary) {
        JsonMapper mapper = new JsonMapper();
        try {
            JsonNode fields =
                    mapper.readTree(Contents.bytes(ordinary.content())).path("fields");
            if (fields.isEmpty()) {
                return ordinary;
            }
            List<String> starts = Buckets.starts(mapper.readTree(request.body()));
            if ((long) starts.size() * subjects < rows) {
                return tooFew(starts.size());
            }
            return ordinary.withContent(Content.chunked(out -> write(mapper, fields, starts, out)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer tooFew(int buckets) {
        return Answer.json(
                400,
                Content.of(String.format(
                        Locale.ROOT,
                        "{\"detail\":\"%d rows of %d subjects need %d buckets, but %d were asked.\"}",
                        rows,
                        subjects,
                        (rows + subjects - 1) / subjects,
                        buckets)));
    }

    private void write(JsonMapper mapper, JsonNode fields, List<String> starts, OutputStream out) throws IOException {
        JsonGenerator json = mapper.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writePOJOField("fields", fields);
        json.writeArrayFieldStart("data");
        for (int row = 0; row < rows; row++) {
            writeRow(json, fields, starts.get(row / subjects), row);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    private void writeRow(JsonGenerator json, JsonNode fields, String start, int row) throws IOException {
        json.writeStartArray();
        for (JsonNode field : fields) {
            if (field.path("name").asText().equals("timestamp")) {
                json.writeString(start);
            } else if (field.path("type").asText().equals("metric")) {
                json.writeNumber(row % 97);
            } else {
                json.writeString(subject(row % subjects));
            }
        }
        json.writeEndArray();
    }

    /** A UUID that ends in the number of the subject. */
    private static String subject(int number) {
        String digits = Integer.toHexString(number);
        return "00000000-0000-4000-8000-" + "0".repeat(12 - digits.length()) + digits;
    }
}
