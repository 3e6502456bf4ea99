package com.giosg.chatreports.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.config.ArtifactSettings.Format;
import com.giosg.chatreports.config.ArtifactSettings.Layout;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartFile;
import com.giosg.chatreports.row.Row;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows with every kind of text go into each format and come out of it as they were. */
class RoundTripTest {

    private static final List<String> PIECES = List.of(
            "a", "Ä", "\"", "'", ",", ";", "\t", "\n", "\r\n", "\r", "=", "+", "-", "@", " ", "\u0000", "\\", "\u202e",
            "עברית", "👩‍💻", "\u2028", "\uFEFF", "#", "<b>", "${x}", "\u007f");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @TempDir
    Path folder;

    static Stream<Long> seeds() {
        return new Random().longs(20).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void rowsSurviveEveryFormat(long seed) throws Exception {
        Random random = new Random(seed);
        List<Row> rows = Stream.generate(() -> row(random)).limit(200).toList();
        List<Part> parts = List.of(part("1", rows.subList(0, 90)), part("2", rows.subList(90, 200)));
        for (char delimiter : List.of(',', ';', '\t')) {
            assertThat(csv(write(parts, Format.CSV, delimiter, false), delimiter))
                    .isEqualTo(rows);
            assertThat(csv(write(parts, Format.CSV, delimiter, true), delimiter))
                    .isEqualTo(rows.stream().map(RoundTripTest::guarded).toList());
        }
        assertThat(json(write(parts, Format.JSON, ',', true))).isEqualTo(rows);
        assertThat(json(write(parts, Format.NDJSON, ',', true))).isEqualTo(rows);
    }

    private static Row row(Random random) {
        List<String> cells = Stream.generate(() -> text(random)).limit(9).toList();
        String value = random.nextInt(5) == 0
                ? ""
                : new BigDecimal(random.nextLong())
                        .movePointLeft(random.nextInt(20))
                        .toPlainString();
        return Row.of(Stream.of(cells, List.of(value, text(random), "ok"))
                .flatMap(List::stream)
                .toList());
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(6), 0, PIECES.size())
                .mapToObj(PIECES::get)
                .reduce("", String::concat);
    }

    private static Row guarded(Row row) {
        List<String> cells = row.cells();
        return Row.of(IntStream.range(0, cells.size())
                .mapToObj(column ->
                        column == Row.COLUMNS.indexOf("value") ? cells.get(column) : guarded(cells.get(column)))
                .toList());
    }

    private static String guarded(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }

    private Part part(String name, List<Row> rows) throws IOException {
        try (PartFile part = new PartFile(folder.resolve(name))) {
            part.append(rows);
            return part.seal();
        }
    }

    private Path write(List<Part> parts, Format format, char delimiter, boolean guard) throws Exception {
        ArtifactSettings settings =
                new ArtifactSettings(format, Layout.LONG, "", delimiter, false, guard, Duration.ofDays(14));
        Path artifact = folder.resolve("artifact");
        new Artifacts(SampleReport.TEMPLATES).write(parts, settings, Facts.of(List.of()), artifact);
        return artifact;
    }

    private static List<Row> csv(Path file, char delimiter) throws IOException {
        try (CsvReader<CsvRecord> lines =
                CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(file)) {
            return lines.stream().skip(1).map(line -> Row.of(line.getFields())).toList();
        }
    }

    private static List<Row> json(Path file) throws IOException {
        try (MappingIterator<JsonNode> objects = JSON.readerFor(JsonNode.class).readValues(file.toFile())) {
            return objects.readAll().stream().map(RoundTripTest::row).toList();
        }
    }

    private static Row row(JsonNode object) {
        assertThat(object.fieldNames()).toIterable().containsExactlyElementsOf(Row.COLUMNS);
        return Row.of(
                Row.COLUMNS.stream().map(column -> cell(object.get(column))).toList());
    }

    private static String cell(JsonNode value) {
        if (value.isNull()) {
            return "";
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.textValue();
    }
}
