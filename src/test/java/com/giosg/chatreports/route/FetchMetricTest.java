package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.json;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.row.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.hc.core5.pool.ConnPoolControl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The route {@code fetch-metric}: a request is asked until it is answered or given up, and nothing is left behind. */
class FetchMetricTest extends RouteTestSupport {

    private static final ScriptedApi.Reply PROXY = status(200, Map.of(), "<html>who are you, canary-token?</html>");
    private static final ScriptedApi.Reply CUT_OFF = json("{\"fields\": [{\"name\": \"timest");

    @Override
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, metrics: real-chats,"
                + " scopes: [org, team], sinks: out }";
    }

    @Test
    void keepsTheRowsOfAnAnswer() throws IOException {
        api.answers(FIGURES);

        fetch(openRun(), 0);

        Part part = entry(0).part().orElseThrow();
        assertThat(part.rows()).isEqualTo(2);
        assertThat(Files.readAllLines(part.file()))
                .last()
                .asString()
                .startsWith("3f2504e0-4f89-41d3-9a0c-0305e82c3301,Acme Oy,real-chats,org,,,2020-10-30T00:00:00+02:00,")
                .contains(",4,");
    }

    @Test
    void repeatsTheWholeTry() {
        api.answers(CUT_OFF, status(503, Map.of("Retry-After", "0"), ""), FIGURES);

        fetch(openRun(), 0);

        assertThat(entry(0).part())
                .hasValueSatisfying(part -> assertThat(part.rows()).isEqualTo(2));
        assertThat(api.calls())
                .hasSize(3)
                .extracting(ScriptedApi.Call::body)
                .containsOnly(api.calls().get(0).body());
        assertThat(api.calls()).allSatisfy(call -> assertThat(call.headers().get("Authorization"))
                .containsExactly("Token " + TOKEN));
    }

    @Test
    void leavesAGapAfterTheLastTry() {
        api.answers(status(500, Map.of(), "out of order"));

        fetch(openRun(), 0);

        assertThat(gap(0)).isEqualTo(new Gap(FailureKind.SERVER_ERROR, "the API answered 500: out of order", 5));
        assertThat(api.calls()).hasSize(5);
    }

    @Test
    void asksOnlyOnceWhereTheQuestionIsWrong() {
        api.answers(status(404, Map.of(), ""));

        fetch(openRun(), 0);

        assertThat(gap(0)).isEqualTo(new Gap(FailureKind.REJECTED, "the API answered 404", 1));
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void aRefusedTokenStopsTheOtherRequestsOfTheRunOnly() {
        api.answers(status(401, Map.of(), ""));
        ActiveRun run = openRun();

        fetch(run, 0);
        fetch(run, 1);

        assertThat(api.calls()).hasSize(1);
        assertThat(ledger.requests(run.id()))
                .extracting(entry -> entry.gap().orElseThrow().kind())
                .containsExactly(FailureKind.DENIED, FailureKind.DENIED);
        fetch(openRun(), 0);
        assertThat(api.calls()).as("another run finds out for itself").hasSize(2);
    }

    @Test
    void noHeaderSurvivesAFailedCall() {
        api.answers(status(500, Map.of("Subject", "hostile"), ""));
        ActiveRun run = openRun();

        Exchange exchange = send("direct:fetch-metric", filled -> {
            filled.getMessage().setBody(run.requests().get(0));
            filled.getMessage().setHeader("CamelHttpUri", "http://127.0.0.1:1/");
            filled.setVariable(Variables.RUN, run);
        });

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getHeaders()).doesNotContainKeys("Authorization", "Subject", "CamelHttpUri");
        assertThat(exchange.getMessage().getHeaders().values()).asString().doesNotContain(TOKEN);
    }

    @Test
    void keepsWhatARefusedAnswerBeganWith() throws IOException {
        api.answers(PROXY);
        ActiveRun run = openRun();

        fetch(run, 0);

        Path kept =
                run.folder().resolve("answers").resolve(run.requests().get(0).id() + ".txt");
        assertThat(kept).hasContent("<html>who are you, ***?</html>");
        assertThat(gap(0).kind()).isEqualTo(FailureKind.BAD_ANSWER);
        assertThat(gap(0).tries()).isEqualTo(3);
        assertThat(gap(0).cause()).endsWith("; what arrived begins as in " + kept);
    }

    @Test
    void keepsAnAnswerOfAnotherShapeAfterOneTry() {
        api.answers(json("{\"total\": {\"chats\": 7}}"));
        ActiveRun run = openRun();

        fetch(run, 0);

        assertThat(run.folder().resolve("answers")).isDirectoryContaining("glob:**.txt");
        assertThat(gap(0).kind()).isEqualTo(FailureKind.SHAPE_CHANGED);
        assertThat(api.calls()).hasSize(1);
    }

    @Test
    void keepsNoAnswerThatTheApiRefusedToGive() {
        api.answers(CUT_OFF, status(400, Map.of(), ""));
        ActiveRun run = openRun();

        fetch(run, 0);

        assertThat(gap(0).kind()).isEqualTo(FailureKind.REJECTED);
        assertThat(run.folder().resolve("answers")).doesNotExist();
    }

    @Test
    void rowsBeforeAFaultAreDropped() {
        String figures = String.join(
                ",",
                IntStream.range(0, 2500)
                        .mapToObj("[\"2020-10-29T00:00:00.000+02:00\", \"team %d\", 1]"::formatted)
                        .toList());
        api.answers(json("{\"fields\": [{\"name\": \"timestamp\", \"type\": \"dimension\"},"
                + " {\"name\": \"team_id\", \"type\": \"dimension\"}, {\"name\": \"count\", \"type\": \"metric\"}],"
                + " \"data\": [" + figures + ", oops"));

        fetch(openRun(), 1);

        assertThat(entry(1).part()).isEmpty();
        assertThat(gap(1).kind()).isEqualTo(FailureKind.BAD_ANSWER);
    }

    /** Whatever happened: a failed try gives everything back. */
    @AfterEach
    void nothingIsLeftBehind() throws IOException {
        ConnPoolControl<?> connections = (ConnPoolControl<?>) context.getEndpoints().stream()
                .filter(HttpEndpoint.class::isInstance)
                .map(endpoint -> ((HttpEndpoint) endpoint).getClientConnectionManager())
                .findFirst()
                .orElseThrow();
        assertThat(connections.getTotalStats().getLeased())
                .as("leased connections")
                .isZero();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.map(Path::toString)).noneMatch(file -> file.endsWith(".tmp"));
        }
    }

    private void fetch(ActiveRun run, int index) {
        Exchange exchange = send("direct:fetch-metric", run.requests().get(index), Map.of(Variables.RUN, run));
        assertThat(exchange.getException()).isNull();
    }

    private RequestEntry entry(int index) {
        return ledger.requests(plannedRun().id()).get(index);
    }

    private Gap gap(int index) {
        return entry(index).gap().orElseThrow();
    }
}
