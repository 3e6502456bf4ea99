package com.giosg.chatreports.journey;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads what the application wrote, as its receivers would, and refuses what they would stumble over. */
final class Written {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Written() {}

    static List<ReportRow> rows(Path file) {
        String name = file.toString();
        if (name.endsWith(".ndjson")) {
            return lines(file).stream().map(Written::json).map(Written::row).toList();
        }
        if (name.endsWith(".json")) {
            return Stream.of(json(text(file)))
                    .peek(Written::requireArray)
                    .flatMap(array -> array.valueStream())
                    .map(Written::row)
                    .toList();
        }
        return table(file).stream().map(Written::row).toList();
    }

    /** Each line of a CSV file by the names in its header. */
    static List<Map<String, String>> table(Path file) {
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            List<Map<String, String>> lines = new ArrayList<>();
            csv.forEach(line -> lines.add(new LinkedHashMap<>(line.getFieldsAsMap())));
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReportRow row(Map<String, String> line) {
        requireColumns(List.copyOf(line.keySet()));
        return ReportRow.of(line.values().stream().map(ReportRow::unguarded).toList());
    }

    /** Texts are texts, figures are numbers or null. */
    static ReportRow row(JsonNode object) {
        List<String> columns = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        object.properties().forEach(property -> {
            JsonNode cell = property.getValue();
            boolean figure = property.getKey().equals("value");
            if (figure ? !(cell.isNumber() || cell.isNull()) : !cell.isTextual()) {
                throw new AssertionError(property.getKey() + " is " + cell + " in " + object);
            }
            columns.add(property.getKey());
            cells.add(cell.isNull() ? "" : cell.asText());
        });
        requireColumns(columns);
        return ReportRow.of(cells);
    }

    private static void requireColumns(List<String> columns) {
        if (!columns.equals(ReportRow.COLUMNS)) {
            throw new AssertionError("the columns are " + columns + ", not " + ReportRow.COLUMNS);
        }
    }

    private static void requireArray(JsonNode json) {
        if (!json.isArray()) {
            throw new AssertionError("a JSON artifact is an array of rows, not " + json.getNodeType());
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
