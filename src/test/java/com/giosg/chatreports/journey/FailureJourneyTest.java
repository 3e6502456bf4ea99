package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.fault.Fault;
import com.giosg.chatreports.simulator.http.JournalEntry;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What fails for more than one request: a token, an address, a whole API, an API that wants to be left alone. */
class FailureJourneyTest extends SimulatedJourney {

    private static final Organization ACME = Organizations.ACME;
    private static final Organization BAKERY = Organizations.BAKERY;
    private static final Coverage ACMES = Coverage.everything(ACME, "2026-10-29", "2026-10-30", "day");
    private static final Coverage BAKERYS = Coverage.everything(BAKERY, "2026-10-29", "2026-10-30", "day");
    private static final Coverage SMALL =
            ACMES.of(List.of(TrueMetric.REAL_CHATS, TrueMetric.CHAT_INVITATIONS), List.of("org", "team"));

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void a_refused_token_is_said_once_and_concerns_no_other_organization(int status) throws Exception {
        simulator.faults().add("status=%d,path=%s".formatted(status, ACME.id()));
        String configuration = new ReportsYaml(folder)
                .withOwnZones()
                .report("failing", ACMES, List.of(ACME, BAKERY), List.of("long"))
                .toString();

        Journey.Outcome outcome = journey().run(configuration, "failing");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err())
                .startsWith("failing of acme: 33 of 33 requests failed (denied): the API answered " + status)
                .endsWith(
                        "Next: check the token, that the user who made it still exists, and that this user may see the"
                                + " organization's reports\n")
                .hasLineCount(1);
        // Those that were under way when the first refusal came.
        assertThat(questions())
                .filteredOn(entry -> entry.path().contains(ACME.id()))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(file("failing", ACMES)).doesNotExist();
        assertThat(Written.rows(file("failing", BAKERYS))).containsExactlyInAnyOrderElementsOf(truth(BAKERYS));
        Canary.assertNowhere(ACME.token(), outcome, folder);
    }

    @Test
    void a_wrong_token_is_refused_like_that() throws Exception {
        Map<String, String> environment = ReportsYaml.environment(simulator.url());
        environment.put("ACME_DEMO_TOKEN", "canary-wrong-token");

        Journey.Outcome outcome = new Journey(folder, environment, InstantSource.system())
                .run(new ReportsYaml(folder).report("failing", SMALL).toString(), "failing");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err())
                .contains("the API answered 401: {\"detail\":\"Invalid token.\"}")
                .hasLineCount(1);
        Canary.assertNowhere("canary-wrong-token", outcome, folder);
    }

    @Test
    void a_token_that_is_refused_in_several_reports_is_said_once_for_the_organization() throws Exception {
        simulator.faults().add("status=403,path=%s".formatted(ACME.id()));
        String configuration = new ReportsYaml(folder)
                .report("one", SMALL)
                .report("other", SMALL)
                .toString();

        Journey.Outcome outcome = journey().run(configuration, "one", "other");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err())
                .startsWith("one, other of acme: 6 of 6 requests failed (denied): the API answered 403")
                .hasLineCount(1);
    }

    @Test
    void an_api_that_is_down_leaves_nothing_but_words() throws Exception {
        Journey.Outcome outcome = runAgainst(URI.create("http://127.0.0.1:" + unusedPort()));

        assertGivenUp(outcome, "unreachable", 5);
        assertThat(outcome.out())
                .contains("no connection: Connect to http://127.0.0.1:", "check the network and api.url");
    }

    @Test
    void a_host_that_nobody_knows_is_named() throws Exception {
        Journey.Outcome outcome = runAgainst(URI.create("https://giosg.invalid"));

        assertGivenUp(outcome, "unreachable", 5);
        assertThat(outcome.out()).contains("giosg.invalid", "check the network and api.url");
    }

    private Journey.Outcome runAgainst(URI api) throws IOException {
        return new Journey(folder, ReportsYaml.environment(api), InstantSource.system())
                .run(new ReportsYaml(folder).report("failing", SMALL).toString(), "failing", "--json");
    }

    private void assertGivenUp(Journey.Outcome outcome, String kind, int tries) throws IOException {
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.out().replaceAll("\\s", "")).contains("\"kind\":\"" + kind + "\"", "\"tries\":" + tries);
        assertThat(file("failing", SMALL)).doesNotExist();
        Canary.assertNowhere(ACME.token(), outcome, folder);
    }

    @Test
    void an_answer_beyond_the_limit_is_given_up() throws Exception {
        simulator.faults().add("path=chat_sessions,contains=\"team\",rows=10000,subjects=5000");

        Journey.Outcome outcome = journey()
                .run(
                        new ReportsYaml(folder)
                                .api("max-answer: 64KiB")
                                .report("failing", SMALL)
                                .toString(),
                        "failing");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.err())
                .contains("(limit): the answer is larger or deeper than allowed", "raise api.max-answer");
        assertThat(Written.rows(file("failing", SMALL)))
                .filteredOn(row -> row.scope().equals("team"))
                .allMatch(row -> row.status().equals("gap") && row.value().isEmpty())
                .hasSize(2);
        Canary.assertNowhere(ACME.token(), outcome, folder);
    }

    /** The date is printed in whole seconds, so up to one second of the two is lost. */
    @ParameterizedTest
    @CsvSource({"429, retry-after=1, 1000", "503, retry-after=1, 1000", "429, retry-after-date=2, 1000"})
    void an_api_that_asks_to_be_left_alone_is_left_alone_by_the_whole_token(int status, String wait, long millis)
            throws Exception {
        simulator.faults().add("status=%d,%s,times=1,path=chat_sessions".formatted(status, wait));
        String configuration = new ReportsYaml(folder)
                .api("concurrency: 1")
                .report("one", SMALL)
                .report("other", SMALL)
                .toString();

        Journey.Outcome outcome = journey().run(configuration, "one", "other");

        assertThat(outcome.exitCode()).isZero();
        List<Instant> times = questions().stream().map(JournalEntry::time).toList();
        Instant earliest = times.get(0).plusMillis(millis).truncatedTo(ChronoUnit.MILLIS);
        assertThat(times.subList(1, times.size())).hasSize(6).allMatch(time -> !time.isBefore(earliest));
        assertThat(Written.rows(file("one", SMALL))).containsExactlyInAnyOrderElementsOf(truth(SMALL));
    }

    @Test
    void nobody_else_gets_to_see_a_redirected_token() throws Exception {
        try (Simulator elsewhere = Simulator.start(SimulatorSettings.defaults())) {
            simulator.faults().add("status=307,redirect=" + elsewhere.url() + "/collect");

            Journey.Outcome outcome = journey()
                    .run(new ReportsYaml(folder).report("failing", SMALL).toString(), "failing");

            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(outcome.err())
                    .contains("a redirect to 127.0.0.1. Next: set api.url to the address that answers");
            assertThat(elsewhere.journal().received()).isZero();
        }
    }

    @Test
    void headers_of_answers_change_nothing() throws Exception {
        try (Simulator elsewhere = Simulator.start(SimulatorSettings.defaults())) {
            String hostile = String.join(
                    ",",
                    "header=To:thief@example.com",
                    "header=Subject:all figures",
                    "header=Authorization:Token stolen",
                    "header=CamelFileName:../../stolen.csv",
                    "header=camelfilename:stolen.csv",
                    "header=CamelHttpUri:" + elsewhere.url(),
                    "header=CamelHttpPath:/stolen",
                    "header=CamelRedeliveryDelay:60000",
                    "header=CamelSplitIndex:7");
            simulator.faults().add("status=500,times=1," + hostile);
            simulator.faults().add("retry-after=600," + hostile);

            Journey.Outcome outcome = journey()
                    .run(new ReportsYaml(folder).report("figures", SMALL).toString(), "figures");

            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.exitCode()).isZero();
            assertThat(Written.rows(file("figures", SMALL))).containsExactlyInAnyOrderElementsOf(truth(SMALL));
            assertThat(Canary.files(folder.resolve("long"))).containsExactly(file("figures", SMALL));
            assertThat(elsewhere.journal().received()).isZero();
            assertThat(simulator.journal().entries())
                    .allMatch(entry ->
                            entry.request().header("Authorization").orElse("").equals("Token " + ACME.token()))
                    .noneMatch(entry -> entry.request().headers().containsKey("subject"));
        }
    }

    /** So often that a part of it stands wherever the excerpt ends. */
    @Test
    void a_token_that_the_api_repeats_is_not_repeated() throws Exception {
        simulator
                .faults()
                .add(Fault.parse(
                        "status=400,contains=\"org\"",
                        "x".repeat(10) + ACME.token().repeat(100)));
        simulator.faults().add(Fault.parse("contains=\"team\"", "{\"detail\": \"" + ACME.token() + "\"}"));

        Journey.Outcome outcome =
                journey().run(new ReportsYaml(folder).report("failing", SMALL).toString(), "failing");

        assertThat(outcome.err()).contains("the API answered 400: xxxxxxxxxx***");
        Canary.assertNowhere(ACME.token().substring(0, 8), outcome, folder);
    }

    /** What the reporting APIs were asked; names come from elsewhere. */
    private List<JournalEntry> questions() {
        return simulator.journal().entries().stream()
                .filter(entry -> !entry.path().startsWith("/api/v"))
                .toList();
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private List<ReportRow> truth(Coverage coverage) {
        return new TrueFigures(simulator.world()).rows(coverage, Instant.now());
    }

    private Journey journey() {
        return new Journey(folder, ReportsYaml.environment(simulator.url()), InstantSource.system());
    }

    private Path file(String report, Coverage coverage) {
        return folder.resolve("long").resolve(ReportsYaml.fileName(report, coverage, "csv"));
    }
}
