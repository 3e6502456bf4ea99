package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.json;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.route.ScriptedApi.Call;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartReader;
import com.giosg.chatreports.row.Row;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The routes that turn the ids of a run into names, and what happens where the directory does not play along. */
class NamesOfRunTest extends RouteTestSupport {

    private static final String USERS = "/api/v5/orgs/3f2504e0-4f89-41d3-9a0c-0305e82c3301/users";
    private static final String TEAMS = "/api/v6/orgs/3f2504e0-4f89-41d3-9a0c-0305e82c3301/teams";

    @Override
    String reports() {
        return "daily: { window: 2020-10-29, time-zone: Europe/Helsinki, metrics: real-chats,"
                + " scopes: [user], sinks: out }";
    }

    @Test
    void aUserHasTheNameThatTheDirectoryKnows() {
        figures("u1", "u2");
        api.answersAt(USERS, page(null, user("u1", "Jürgen \"Jorma\" Groß")));

        Run run = serve();

        assertThat(subjects(run)).containsExactly("u1 Jürgen \"Jorma\" Groß", "u2 u2");
        assertThat(run.notes()).isEmpty();
        assertThat(api.calls().get(0)).satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("GET");
            assertThat(asked.uri().toString()).isEqualTo(USERS + "?include_deleted=true");
            assertThat(asked.body()).isEmpty();
            assertThat(asked.headers().getFirst("Authorization")).isEqualTo("Token " + TOKEN);
            assertThat(asked.headers().getFirst("Accept")).isEqualTo("application/json");
            assertThat(asked.headers().keySet()).allMatch(name -> List.of(
                            "authorization", "accept", "accept-encoding", "user-agent", "host", "connection")
                    .contains(name.toLowerCase(Locale.ROOT)));
        });
        assertThat(names()).hasSize(1);
    }

    @Test
    void pagesAreFollowedByTheAddressThatEachOfThemNames() {
        figures("u1", "u2", "u3");
        api.answersAt("cursor=c%C3%A4%3D%3D", page(api.url() + USERS + "?x&cursor=2", user("u2", "Two")));
        api.answersAt("x&cursor=2", page(null, user("u3", "Three")));
        api.answersAt(
                "include_deleted=true", page(api.url() + USERS + "?cursor=c%C3%A4%3D%3D&a=b+c", user("u1", "One")));

        Run run = serve();

        assertThat(subjects(run)).containsExactly("u1 One", "u2 Two", "u3 Three");
        assertThat(names())
                .extracting(asked -> asked.uri().getRawQuery())
                .containsExactly("include_deleted=true", "cursor=c%C3%A4%3D%3D&a=b+c", "x&cursor=2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:PORT/api/v5/users",
                "http://127.0.0.1:1/api/v5/users",
                "https://127.0.0.1:PORT/api/v5/users",
                "http://somebody@127.0.0.1:PORT/api/v5/users",
                "http://127.0.0.1:PORT@example.com/api/v5/users",
                "http://127.0.0.1:PORT/api/../../etc/passwd",
                "//127.0.0.1:PORT/api/v5/users",
                "/api/v5/users?cursor=2",
                "file:///etc/passwd",
                "mailto:somebody@example.com",
                "http://127.0.0.1:PORT/ not an address",
                ""
            })
    void aNextPageThatIsElsewhereIsNotFollowed(String next) {
        figures("u1", "u2");
        api.answersAt(
                USERS,
                page(next.replace("PORT", String.valueOf(api.url().getPort())), user("u1", "One")),
                page(null, user("u2", "Two")));

        Run run = serve();

        assertThat(subjects(run)).containsExactly("u1 One", "u2 u2");
        assertThat(names()).hasSize(1);
        assertThat(run.notes())
                .singleElement()
                .asString()
                .isEqualTo("names could not be had: the next page is said to be somewhere else than the directory"
                        + " (users). Next: check that api.directory-url is the address of Giosg's directory, and the"
                        + " organization's id");
        assertThat(run.state()).isEqualTo(Run.State.DONE);
    }

    @Test
    void pagesThatGoRoundInACircleEndAtTheFirstOneAgain() {
        figures("u1", "u2");
        api.answersAt("cursor=2", page(api.url() + USERS + "?include_deleted=true", user("u2", "Two")));
        api.answersAt(USERS, page(api.url() + USERS + "?cursor=2", user("u1", "One")));

        Run run = serve();

        assertThat(subjects(run)).containsExactly("u1 One", "u2 Two");
        assertThat(names()).hasSize(2);
        assertThat(run.notes()).singleElement().asString().contains("the pages go round in a circle (users)");
    }

    static Stream<Arguments> failures() {
        Map<String, String> none = Map.of();
        return Stream.of(
                Arguments.of(
                        status(403, none, "{\"detail\": \"No " + TOKEN + ".\"}"),
                        1,
                        "answered 403: {\"detail\": \"No ***.\"}"),
                Arguments.of(
                        status(401, none, ""), 1, "answered 401 (users). Next: check that the token's user may see"),
                Arguments.of(status(404, none, "<html>\n</html>"), 1, "answered 404: <html> </html>"),
                Arguments.of(
                        status(302, Map.of("Location", "http://thief.example.com/"), ""),
                        1,
                        "a redirect to thief.example.com"),
                Arguments.of(status(503, Map.of("Retry-After", "0"), ""), 3, "answered 503"),
                Arguments.of(status(502, none, "bad gateway"), 3, "answered 502: bad gateway"),
                Arguments.of(json("<!DOCTYPE html><title>Log in</title>"), 3, "the answer is not valid JSON"),
                Arguments.of(
                        json("{\"next\": null, \"results\": [{\"id\": \"u1\", "), 3, "the answer is not valid JSON"),
                Arguments.of(json(""), 3, "the answer is empty"),
                Arguments.of(json("{\"next\": null, \"results\": []} {}"), 3, "goes on after its end"),
                Arguments.of(json("{\"next\": null, \"next\": null, \"results\": []}"), 3, "not valid JSON"),
                Arguments.of(json("[]"), 1, "the answer is no object"),
                Arguments.of(json("{\"next\": null, \"results\": {}}"), 1, "results is no array"),
                Arguments.of(json("{\"next\": 7, \"results\": []}"), 1, "next is neither"),
                Arguments.of(json("{\"results\": []}"), 1, "the answer has no next"),
                Arguments.of(json("{\"next\": null, \"results\": [\"u1\"]}"), 1, "something else than objects"),
                Arguments.of(
                        json("{\"next\": null, \"results\": [" + "[".repeat(40)), 1, "something else than objects"),
                Arguments.of(json("{\"a\": " + "[".repeat(40)), 1, "larger or deeper"),
                Arguments.of(json("{\"a\": \"" + "x".repeat(17 << 20)), 1, "larger or deeper"),
                Arguments.of((Reply) NamesOfRunTest::breakOff, 3, "the answer broke off"));
    }

    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write("{\"next\": null,".getBytes(StandardCharsets.UTF_8));
        exchange.getResponseBody().flush();
        throw new IOException("broken off on purpose");
    }

    @ParameterizedTest
    @MethodSource("failures")
    void idsStayIdsWhereTheDirectoryFails(Reply reply, int tries, String cause) {
        figures("u1");
        api.answersAt(USERS, reply);

        Run run = serve();

        assertThat(subjects(run)).containsExactly("u1 u1");
        assertThat(run.state()).isEqualTo(Run.State.DONE);
        assertThat(run.notes())
                .singleElement()
                .asString()
                .startsWith("names could not be had: ")
                .contains(cause);
        assertThat(names()).hasSize(tries);
        assertThat(api.calls()).hasSize(tries + 1);
    }

    @Test
    void aPageThatFailedIsAskedAgainBeforeItIsGivenUp() {
        figures("u1");
        api.answersAt(USERS, status(503, Map.of(), ""), json("oops"), page(null, user("u1", "One")));

        Run run = serve();

        assertThat(subjects(run)).containsExactly("u1 One");
        assertThat(run.notes()).isEmpty();
    }

    @Test
    void headersOfTheDirectoryReachNobody() {
        figures("u1");
        api.answersAt(
                USERS,
                status(
                        200,
                        Map.of("X-Canary", "seen", "CamelHttpPath", "/stolen", "Subject", "stolen"),
                        "{\"next\": null, \"results\": []}"));

        serve();

        assertThat(api.calls()).hasSize(2);
        assertThat(api.calls().get(1).uri().getPath())
                .isEqualTo("/api/reporting/v1/orgs/3f2504e0-4f89-41d3-9a0c-0305e82c3301/chat_sessions");
        assertThat(api.calls().get(1).headers()).doesNotContainKeys("X-canary", "Subject");
    }

    @Test
    void whatIsWrittenTwiceCountsOnceAndNamelessUsersKeepTheirIds() {
        figures("u1", "u2", "u3");
        api.answersAt(
                USERS,
                page(
                        null,
                        user("U1", "One"),
                        user("u1", "Another"),
                        user("u2", " \\r\\n "),
                        "{\"id\": null, \"full_name\": \"Nobody\"}",
                        "{\"full_name\": \"Nobody\"}",
                        "{\"id\": \"u3\", \"full_name\": [\"x\"], \"alias\": {\"name\": \"y\"}, \"email\": \"three@example.com\"}"));

        assertThat(subjects(serve())).containsExactly("u1 One", "u2 u2", "u3 three@example.com");
    }

    @Test
    void theNextRunOfTheSameOrganizationAsksNotAgain() {
        figures("u1");
        api.answersAt(USERS, page(null, user("u1", "One")));
        serve();

        // Time stands still, so a second run needs an instant of its own.
        Run second = serve(NOW.plusSeconds(60));

        assertThat(subjects(second)).containsExactly("u1 One");
        assertThat(names()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"403, 1", "503, 3"})
    void aFailureIsRememberedForTheNextRunAndSaidThereToo(int status, int tries) {
        figures("u1");
        api.answersAt(USERS, status(status, Map.of(), ""));
        serve();

        Run second = serve(NOW.plusSeconds(60));

        assertThat(second.notes()).singleElement().asString().contains("the directory answered " + status);
        assertThat(names()).hasSize(tries);
    }

    private void figures(String... users) {
        api.answers(json("""
                {"fields": [{"name": "timestamp", "type": "dimension"}, {"name": "user_id", "type": "dimension"},
                 {"name": "count", "type": "metric"}], "data": [%s]}""".formatted(Stream.of(users)
                .map(user -> "[\"2020-10-29T00:00:00.000+02:00\", \"%s\", 3]".formatted(user))
                .collect(Collectors.joining(", ")))));
    }

    private static String user(String id, String name) {
        return "{\"id\": \"%s\", \"full_name\": \"%s\"}".formatted(id, name.replace("\"", "\\\""));
    }

    private static Reply page(String next, String... entries) {
        return json("{\"next\": %s, \"previous\": null, \"results\": [%s]}"
                .formatted(next == null ? "null" : '"' + next + '"', String.join(", ", entries)));
    }

    private List<Call> names() {
        return api.calls().stream()
                .filter(call -> List.of(USERS, TEAMS).contains(call.uri().getPath()))
                .toList();
    }

    private Run serve() {
        return serve(NOW);
    }

    private Run serve(Instant due) {
        Run run = plannedRun(due);
        template.sendBodyAndHeader("{{runs.endpoint}}", run.id(), "X-Before", "hostile");
        await().until(() -> ledger.run(run.id()).orElseThrow().state().isFinal());
        return ledger.run(run.id()).orElseThrow();
    }

    private List<String> subjects(Run run) {
        return ledger.requests(run.id()).stream()
                .flatMap(request -> rows(request.part().orElseThrow()).stream())
                .map(row -> row.subjectId() + " " + row.subject())
                .toList();
    }

    private static List<Row> rows(Part part) {
        try (Stream<Row> rows = PartReader.rows(part)) {
            return rows.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
