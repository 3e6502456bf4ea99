package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.http.Inbox;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code start} is told to stop while it waits for a sink and for the API, both of which take longer than it may. */
class StoppedWhileWaitingJourneyTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private Simulator simulator;
    private StartedProcess process;

    @BeforeEach
    void simulate() throws IOException {
        simulator = Simulator.start(SimulatorSettings.defaults());
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.close();
        }
        simulator.close();
    }

    /** One test for both, since it lasts as long as they may take. */
    @Test
    void endsInTimeAndTheNextStartGoesOn() throws IOException, InterruptedException {
        simulator.faults().add("path=/inbox/,delay=5m");
        simulator.faults().add("path=" + Organizations.CORNER.id() + ",status=429,retry-after=120");
        start("every: 1s");
        await().atMost(PATIENCE).until(() -> deliveries().size() == 1 && asked() == 1);

        process.terminate();

        assertThat(process.exitCode(PATIENCE)).isZero();
        List<String> words =
                process.err().stream().filter(line -> !isOfTheTimeBefore(line)).toList();
        assertThat(words).as(process.said()).hasSize(3);
        assertThat(words.get(0))
                .isEqualTo("Stopping. No more runs begin; waiting up to 30 s for those that are going (2 of them).");
        assertThat(words)
                .anyMatch(
                        line -> line.matches(
                                "often of acme, due at \\S+, was not finished, sink inbox did not take it in time: the next start goes on with it"))
                .anyMatch(line ->
                        line.matches("often of corner, due at \\S+, was not finished: the next start goes on with it"));
        assertThat(process.out()).as("nothing is said to be done").hasSize(3);

        simulator.faults().clear();
        start("every: 1d");

        await().atMost(PATIENCE)
                .until(() -> process.out().stream()
                                .filter(line -> line.endsWith("delivered: 1 of 1, gaps: 0 of 1"))
                                .count()
                        == 2);
        assertThat(deliveries()).hasSize(3);
        assertThat(deliveries().subList(1, 3))
                .as("what may have arrived has the same key again")
                .contains(deliveries().get(0));
        assertThat(simulator.inbox().messages("rows"))
                .extracting(Inbox.Message::key)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    /** What a slow machine is late with, and that the API is busy. */
    private static boolean isOfTheTimeBefore(String line) {
        return line.contains("no runs for what fell due") || line.contains("it asks for a pause until");
    }

    private List<String> deliveries() {
        return simulator.journal().entries("/inbox/").stream()
                .map(entry -> entry.request().header("Idempotency-Key").orElseThrow())
                .toList();
    }

    private long asked() {
        return simulator.journal().entries(Organizations.CORNER.id().toString()).size();
    }

    private void start(String schedule) throws IOException {
        String configuration = """
                api: { url: "%s" }
                organizations:
                  acme: { id: %s, token: "{{env:ACME}}" }
                  corner: { id: %s, token: "{{env:CORNER}}" }
                reports:
                  often: { %s, time-zone: Europe/Helsinki, window: yesterday, metrics: real-chats, granularity: all, sinks: inbox }
                sinks:
                  inbox: { type: http, url: "%s/inbox/rows", token: "{{env:INBOX}}", response-timeout: 5m, total-timeout: 5m }
                """.formatted(
                        simulator.url(), Organizations.ACME.id(), Organizations.CORNER.id(), schedule, simulator.url());
        process = StartedProcess.of(
                folder,
                configuration,
                Map.of(
                        "ACME", Organizations.ACME.token(),
                        "CORNER", Organizations.CORNER.token(),
                        "INBOX", SimulatorSettings.INBOX_TOKEN),
                List.of());
    }
}
