package com.giosg.chatreports.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every metric asks exactly what Giosg's tutorial prints. */
class PublishedBodiesTest {

    private static final Path PUBLISHED = Path.of("src/test/resources/published-bodies");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ShippedTemplates templates = new ShippedTemplates();

    @TestFactory
    Stream<DynamicTest> rendersThePublishedBody() throws IOException {
        return published()
                .map(body -> dynamicTest(body.file(), () -> {
                    Request request = body.request(templates.metric(body.metricId()));

                    assertThat(rendered(request)).isEqualTo(CanonicalBody.of(body.json()));
                    assertThat("https://api.giosg.com" + request.path()).isEqualTo(body.url());
                }));
    }

    @TestFactory
    Stream<DynamicTest> shortChatsIsThePublishedBodyWithoutItsTwoSurplusBounds() throws IOException {
        return published()
                .filter(body -> body.file().startsWith("short_chats."))
                .map(body -> dynamicTest(body.file(), () -> {
                    JsonNode corrected = body.json();
                    removeTheBoundsThatAreWrittenAsText((ArrayNode) corrected.at("/filters/fields"));

                    assertThat(rendered(body.request(templates.metric("short-chats"))))
                            .isEqualTo(CanonicalBody.of(corrected));
                }));
    }

    @Test
    void everyMetricIsPublishedInEachOfItsScopes() throws IOException {
        Set<String> published = published()
                .map(body -> body.request(templates.metric(body.metricId())).question())
                .collect(Collectors.toSet());

        Set<String> questions = templates.catalogue().metrics().stream()
                .filter(metric -> !metric.id().equals("short-chats"))
                .flatMap(metric -> metric.scopes().stream().map(scope -> metric.id() + " by " + scope.id()))
                .collect(Collectors.toSet());

        assertThat(questions).isEqualTo(published);
    }

    @Test
    void everyPublishedFileIsCompared() throws IOException {
        try (Stream<Path> files = Files.list(PUBLISHED)) {
            assertThat(files.filter(file -> file.toString().endsWith(".json")))
                    .hasSize(42)
                    .map(file -> file.getFileName().toString())
                    .hasSameElementsAs(published().map(PublishedBody::file).toList());
        }
    }

    private JsonNode rendered(Request request) throws Exception {
        return CanonicalBody.of(JSON.readTree(templates.bodies().render(request)));
    }

    private static void removeTheBoundsThatAreWrittenAsText(ArrayNode filters) {
        Iterator<JsonNode> each = filters.iterator();
        while (each.hasNext()) {
            if (each.next().path("lower").isTextual()) {
                each.remove();
            }
        }
    }

    private static Stream<PublishedBody> published() throws IOException {
        return Files.readAllLines(PUBLISHED.resolve("index.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new PublishedBody(cells[0], cells[2]));
    }

    /**
     * One body of the tutorial.
     *
     * @param file metric and scope, e.g. {@code real_chats.team.json}; {@code .sample} is the form in its Python code
     */
    private record PublishedBody(String file, String url) {

        private static final Window DECEMBER =
                new Window(LocalDate.of(2020, 12, 1), LocalDate.of(2020, 12, 31), ZoneId.of("Europe/Helsinki"));

        JsonNode json() {
            try {
                return JSON.readTree(Files.readString(PUBLISHED.resolve(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** {@code short-chats} corrects the published body; {@code short-chats-as-published} keeps it. */
        String metricId() {
            String id = part(0).replace('_', '-');
            return id.equals("short-chats") ? "short-chats-as-published" : id;
        }

        /** The tutorial asks for two days of October by day, but for events of all December at once. */
        Request request(Metric metric) {
            boolean events = metric.api().id().equals("events");
            boolean room = json().toString().contains("room_ids");
            return SampleRequests.of(
                    metric,
                    Scope.of(part(1)).orElseThrow(),
                    events ? DECEMBER : SampleRequests.OCTOBER,
                    events ? Granularity.ALL : Granularity.DAY,
                    room ? List.of("<room_id_here>") : List.of());
        }

        private String part(int index) {
            return file.split("\\.", -1)[index];
        }
    }
}
