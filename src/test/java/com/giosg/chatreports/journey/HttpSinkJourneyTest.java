package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.exchange.Request;
import com.giosg.chatreports.simulator.http.Inbox;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From the API to the inbox of a receiver, with two tokens that must never meet. */
class HttpSinkJourneyTest extends SimulatedJourney {

    private static final Organization ACME = Organizations.ACME;
    private static final String SINK_TOKEN = "canary-sink-token";
    private static final String MANY_ROWS = "path=chat_sessions,rows=2500,subjects=1250";

    @Override
    SimulatorSettings simulated() {
        return SimulatorSettings.defaults().withInboxToken(SINK_TOKEN);
    }

    @Test
    void rows_arrive_in_batches_that_say_what_they_belong_to() throws Exception {
        simulator.faults().add(MANY_ROWS);

        Journey.Outcome outcome = run("2026-10-29..2026-10-30", "");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        List<Inbox.Message> calls = simulator.inbox().messages("acme");
        assertThat(calls).hasSize(3);
        Set<String> subjectDays = new HashSet<>();
        String run = calls.get(0).request().header("X-Report-Run").orElseThrow();
        for (int number = 1; number <= 3; number++) {
            Inbox.Message call = calls.get(number - 1);
            assertThat(call.key()).isEqualTo(run + "-warehouse-" + number);
            JsonNode batch = new JsonMapper().readTree(call.request().body());
            assertThat(batch.path("run").asText()).isEqualTo(run);
            assertThat(batch.path("report").asText()).isEqualTo("export");
            assertThat(batch.path("organization").asText()).isEqualTo("acme");
            assertThat(batch.path("window").path("start").asText()).isEqualTo("2026-10-29T00:00:00+02:00");
            assertThat(batch.path("batch").asInt()).isEqualTo(number);
            assertThat(batch.path("batches").asInt()).isEqualTo(3);
            assertThat(batch.path("rows")).hasSize(number < 3 ? 1000 : 500);
            batch.path("rows").forEach(row -> subjectDays.add(row.path("subject_id") + " " + row.path("bucket_start")));
        }
        assertThat(subjectDays).hasSize(2500);
        assertNoSecretIsAnywhere(outcome);
    }

    @Test
    void neither_side_learns_what_the_other_one_is_told() throws Exception {
        String hostile =
                "header=To:thief@example.com,header=Authorization:Token stolen,header=CamelHttpUri:http://127.0.0.1:1";
        simulator.faults().add("path=chat_sessions," + hostile);
        simulator.faults().add("path=/inbox/,header=Location:/inbox/acme/1," + hostile);

        Journey.Outcome outcome = run("2026-10-29..2026-10-30", "batch: 2");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("201 /inbox/acme/1");
        assertThat(simulator.inbox().messages("acme")).hasSizeGreaterThan(1).allSatisfy(message -> {
            assertThat(message.request().headers().toString()).doesNotContain(ACME.token(), "stolen", "thief");
            assertThat(message.request().header("Authorization")).hasValue("Bearer " + SINK_TOKEN);
        });
        assertThat(simulator.journal().entries("chat_sessions"))
                .allSatisfy(entry ->
                        assertThat(entry.request().headers().toString()).doesNotContain(SINK_TOKEN));
    }

    @Test
    void what_follows_a_failed_batch_is_not_tried() throws Exception {
        simulator.faults().add(MANY_ROWS);
        simulator.faults().add("path=/inbox/,skip=1,status=503,header=X-Said:" + SINK_TOKEN);

        Journey.Outcome outcome = run("2026-10-29..2026-10-30", "batch: 500");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(simulator.journal().entries("/inbox/"))
                .as("one batch, and five tries of the next one")
                .hasSize(1 + 5);
        assertThat(outcome.err().lines()).hasSize(2);
        assertThat(outcome.err())
                .contains(
                        "export of acme, sink warehouse: the receiver answered 503: {\"detail\":",
                        "; try later; if it lasts, ask its owner. Next: ",
                        "export of acme, sink warehouse: not tried after batch 2 failed. Next: ");
        assertThat(outcome.out().lines().filter(line -> line.contains("warehouse") && line.contains("failed")))
                .hasSize(4);
        assertNoSecretIsAnywhere(outcome);
    }

    @Test
    void a_wrong_token_is_said_but_not_repeated() throws Exception {
        simulator.close();
        simulator = Simulator.start(SimulatorSettings.defaults().withInboxToken("another"));

        Journey.Outcome outcome = run("2026-10-29", "");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err()).contains("the receiver answered 401", "check token and headers");
        assertNoSecretIsAnywhere(outcome);
    }

    @Test
    void no_rows_are_one_call() throws Exception {
        Journey.Outcome outcome = run("2019-01-01", "");

        assertThat(outcome.err()).isEmpty();
        assertThat(simulator.inbox().messages("acme")).singleElement().satisfies(message -> assertThat(
                        message.request().body())
                .endsWith("\"batch\":1,\"batches\":1,\"rows\":[]}\n"));
    }

    @Test
    void another_format_is_one_call_with_the_whole_file() throws Exception {
        Journey.Outcome outcome = run("2026-10-29..2026-10-30", "format: csv, method: PUT");

        assertThat(outcome.err()).isEmpty();
        Request call = simulator.inbox().messages("acme").get(0).request();
        assertThat(simulator.inbox().messages("acme")).hasSize(1);
        assertThat(call.method()).isEqualTo("PUT");
        assertThat(call.header("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(call.header("Idempotency-Key").orElseThrow()).endsWith("-warehouse-1");
        assertThat(call.body()).isEqualTo(Files.readString(artifact("export-acme-2026-10-29_2026-10-30.csv")));
    }

    private Path artifact(String name) throws Exception {
        return Canary.files(folder.resolve("data")).stream()
                .filter(file -> file.endsWith(name))
                .findFirst()
                .orElseThrow();
    }

    private void assertNoSecretIsAnywhere(Journey.Outcome outcome) throws Exception {
        Canary.assertNowhere(SINK_TOKEN, outcome, folder);
        Canary.assertNowhere(ACME.token(), outcome, folder);
    }

    private Journey.Outcome run(String window, String settings) throws Exception {
        Map<String, String> environment = new HashMap<>(ReportsYaml.environment(simulator.url()));
        environment.put("SINK_TOKEN", SINK_TOKEN);
        return new Journey(folder, environment, InstantSource.system())
                .run("""
                api: { url: "{{env:API_URL}}", token: "{{env:ACME_DEMO_TOKEN}}" }
                organizations:
                  acme: { id: %s, name: Acme }
                reports:
                  export: { time-zone: Europe/Helsinki, window: %s, scopes: [team], metrics: real-chats, sinks: warehouse }
                sinks:
                  warehouse: { type: http, url: "{{env:API_URL}}/inbox/{organization}", token: "{{env:SINK_TOKEN}}", %s }
                """.formatted(ACME.id(), window, settings), "export");
    }
}
