package com.giosg.chatreports.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.giosg.chatreports.config.ArtifactSettings.Layout;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartFile;
import com.giosg.chatreports.row.Row;
import com.giosg.chatreports.row.SealedFile;
import com.giosg.chatreports.time.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a receiver of batches gets. */
class BatchesTest {

    private static final Envelope ENVELOPE = new Envelope(
            "r1",
            "daily",
            "acme",
            new Window(LocalDate.parse("2020-10-24"), LocalDate.parse("2020-10-25"), ZoneId.of("Europe/Helsinki")));
    private static final ReportFacts FACTS =
            Facts.of(List.of(Facts.REAL_CHATS, Facts.BOT_CLICKS), Scope.ORG, Scope.USER);
    private static final Path GOLDEN = Path.of("src/test/resources/batches");

    @TempDir
    private Path folder;

    @Test
    void everyBatchSaysWhatItBelongsTo() throws Exception {
        List<Part> parts = List.of(
                part("1", row("real-chats", "org", "", "3"), row("real-chats", "user", "Zoë \"Z\"", "12.50")),
                part("2", row("bot-clicks", "org", "", "")));

        List<Path> batches = write(parts, Layout.LONG, 2);

        assertThat(batches)
                .extracting(Path::getFileName)
                .extracting(Path::toString)
                .containsExactly("rows.v1-0001.json", "rows.v1-0002.json");
        assertThat(batches.get(0)).hasSameTextualContentAs(GOLDEN.resolve("long-0001.json"));
        assertThat(batches.get(1)).hasSameTextualContentAs(GOLDEN.resolve("long-0002.json"));
    }

    @Test
    void theWideLayoutComesInBatchesToo() throws Exception {
        List<Part> parts = List.of(part("1", row("real-chats", "org", "", "3"), row("bot-clicks", "org", "", "4")));

        assertThat(write(parts, Layout.WIDE, 10).get(0)).hasSameTextualContentAs(GOLDEN.resolve("wide-0001.json"));
    }

    @Test
    void noRowsAreOneBatchAllTheSame() throws Exception {
        List<Path> batches = write(List.of(part("1")), Layout.LONG, 1000);

        assertThat(batches).singleElement().satisfies(file -> assertThat(file)
                .hasSameTextualContentAs(GOLDEN.resolve("empty-0001.json")));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1000, 1",
        "999, 1000, 1",
        "1000, 1000, 1",
        "1001, 1000, 2",
        "2000, 1000, 2",
        "2500, 1000, 3",
        "5, 1, 5"
    })
    void everyRowIsInOneBatchInItsOrder(int rows, int size, int expected) throws Exception {
        int first = rows / 3;
        List<Part> parts = List.of(part("1", numbered(0, first)), part("2"), part("3", numbered(first, rows)));

        List<Path> files = write(parts, Layout.LONG, size);

        List<Integer> values = new ArrayList<>();
        for (int number = 1; number <= files.size(); number++) {
            JsonNode batch = new JsonMapper().readTree(files.get(number - 1).toFile());
            assertThat(batch.path("batch").asInt()).isEqualTo(number);
            assertThat(batch.path("batches").asInt()).isEqualTo(expected);
            assertThat(batch.path("rows")).hasSizeBetween(1, size);
            batch.path("rows").forEach(row -> values.add(row.path("value").asInt()));
        }
        assertThat(files).hasSize(expected);
        assertThat(values).isEqualTo(IntStream.range(0, rows).boxed().toList());
        assertThat(folder.toFile().list((in, name) -> name.endsWith(".tmp"))).isEmpty();
    }

    private List<Path> write(List<Part> parts, Layout layout, int size) throws Exception {
        List<SealedFile> written = Batches.write(parts, layout, FACTS, ENVELOPE, size, folder.resolve("rows.v1.json"));
        assertThat(written).allMatch(SealedFile::isIntact);
        return written.stream().map(SealedFile::file).toList();
    }

    private static Row[] numbered(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(value -> row("real-chats", "user", "u" + value, "" + value))
                .toArray(Row[]::new);
    }

    private static Row row(String metric, String scope, String subject, String value) {
        return Row.of(List.of(
                "org-1",
                "Acme",
                metric,
                scope,
                subject,
                subject,
                "2020-10-24T00:00:00+03:00",
                "2020-10-25T00:00:00+03:00",
                "day",
                value,
                "chats",
                value.isEmpty() ? "gap" : "ok"));
    }

    private Part part(String name, Row... rows) throws IOException {
        try (PartFile part =
                new PartFile(Files.createDirectories(folder.resolve("parts")).resolve(name + ".csv"))) {
            part.append(List.of(rows));
            return part.seal();
        }
    }
}
