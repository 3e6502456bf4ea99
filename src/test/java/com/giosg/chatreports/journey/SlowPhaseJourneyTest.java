package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.cli.ChatReports;
import com.giosg.chatreports.cli.Surroundings;
import com.giosg.chatreports.journey.Journey.Outcome;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.http.JournalEntry;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits for its next try outlasts the process, and whoever looks is told when that is. */
class SlowPhaseJourneyTest extends SimulatedJourney {

    private static final Instant MONDAY = Instant.parse("2026-11-02T06:00:00Z");

    /** 14:00 in Helsinki: what fell due at 7 was missed, and is made up for. */
    private static final Instant TUESDAY = Instant.parse("2026-11-03T12:00:00Z");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @BeforeEach
    void simulate() throws Exception {
        Files.writeString(folder.resolve("reports.yaml"), """
                api: { url: "%1$s", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %2$s } }
                reports:
                  daily:
                    { at: "07:00", exact-start: true, time-zone: Europe/Helsinki, window: yesterday, metrics: real-chats,
                      scopes: [org], granularity: all, sinks: [inbox, archive] }
                sinks:
                  inbox: { type: http, url: "%1$s/inbox/rows", token: "{{env:INBOX}}" }
                  archive: { type: file, directory: "%3$s" }
                """.formatted(
                        simulator.url(), Organizations.ACME.id(), folder.resolve("archive")));
        startUntil(MONDAY, () -> true);
    }

    @Test
    void aSinkThatIsBackGetsTheSameBytesFromTheNextProcess() throws Exception {
        simulator.faults().add("status=503,path=/inbox/");
        startUntil(TUESDAY, this::rests);

        JsonNode waiting = history().path(0);
        assertThat(waiting.path("next-try").asText()).isEqualTo("2026-11-03T14:05:00+02:00");
        String run = waiting.path("run").asText();
        assertThat(command("history").out()).contains("\tdelivering\t").contains("\t1 of 2\t2026-11-03T14:05:00+02:00");
        assertThat(command("show", run).out())
                .contains("inbox\tdaily-acme-2026-11-02-0001.json\twaiting\tthe receiver answered 503")
                .contains("\t2026-11-03T14:05:00+02:00")
                .endsWith(
                        "Next: nothing: start tries it again at 2026-11-03T14:05:00+02:00; sooner: chat-reports retry "
                                + run + "\n");

        simulator.faults().clear();
        startUntil(TUESDAY.plus(Duration.ofMinutes(4)), () -> true);
        assertThat(entries("/inbox/")).as("before its time").hasSize(5);
        startUntil(TUESDAY.plus(Duration.ofMinutes(5)), () -> states().contains("done"));

        assertThat(simulator.inbox().messages("rows")).hasSize(1);
        assertThat(entries("/inbox/"))
                .hasSize(6)
                .extracting(entry -> entry.request().header("Idempotency-Key") + entry.body())
                .containsOnly(entries("/inbox/").get(0).request().header("Idempotency-Key")
                        + entries("/inbox/").get(0).body());
        assertThat(entries("chat_sessions")).as("asked once").hasSize(1);
        assertThat(command("show", run).out()).contains("Before that, inbox:\n  the receiver answered 503");
        assertThat(Written.json(command("show", run, "--json").out()).at("/deliveries/0/earlier"))
                .hasSize(1);
    }

    @Test
    void whatTheApiDidNotAnswerIsAskedByTheNextProcess() throws Exception {
        simulator.faults().add("status=500,path=chat_sessions");
        startUntil(TUESDAY, this::rests);

        assertThat(command("show", history().path(0).path("run").asText()).out())
                .contains("0001-real-chats-org\twaiting: server-error\t-\t5\tthe API answered 500");
        assertThat(folder.resolve("archive")).doesNotExist();

        simulator.faults().clear();
        startUntil(TUESDAY.plus(Duration.ofMinutes(5)), () -> states().contains("done"));

        assertThat(entries("chat_sessions")).hasSize(6);
        assertThat(folder.resolve("archive")).isNotEmptyDirectory();
    }

    /** Nobody is there later, so nothing is promised. */
    @Test
    void aRunByHandTriesOnceAndARetryOfWhatWaitsTriesNow() throws Exception {
        simulator.faults().add("status=503,path=/inbox/");
        Outcome byHand = execute("run", "daily");
        assertThat(byHand.exitCode()).isEqualTo(4);
        assertThat(byHand.err()).contains("Next: mend it, then: chat-reports retry ");
        assertThat(states()).containsExactly("failed");

        startUntil(TUESDAY, this::rests);
        simulator.faults().clear();
        String waiting = history().path(0).path("run").asText();
        Outcome retried = execute("retry", waiting);

        assertThat(retried.exitCode()).as(retried.err()).isZero();
        assertThat(states()).containsExactly("done", "failed");
    }

    private List<JournalEntry> entries(String path) {
        return simulator.journal().entries(path);
    }

    private boolean rests() {
        return history().path(0).has("next-try");
    }

    private List<String> states() {
        return StreamSupport.stream(history().spliterator(), false)
                .map(run -> run.path("state").asText())
                .toList();
    }

    private JsonNode history() {
        try {
            return new ObjectMapper().readTree(command("history", "--json").out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome command(String... command) {
        return journey().execute(with(command, "--data", data()));
    }

    private Outcome execute(String... command) {
        return journey().execute(with(command, "--config", file(), "--data", data()));
    }

    private Journey journey() {
        return new Journey(folder, environment(), InstantSource.fixed(TUESDAY));
    }

    private static String[] with(String[] command, String... options) {
        return Stream.concat(Stream.of(command), Stream.of(options)).toArray(String[]::new);
    }

    /** A start whose clock stands still: it looks at once for what is due, and is stopped. */
    private void startUntil(Instant now, BooleanSupplier done) throws Exception {
        StringWriter out = new StringWriter();
        Surroundings surroundings = new Surroundings(
                Path.of("").toAbsolutePath(),
                environment(),
                InstantSource.fixed(now),
                () -> 0,
                new PrintWriter(out, true),
                new PrintWriter(new StringWriter(), true),
                false,
                false);
        FutureTask<Integer> starting = new FutureTask<>(
                () -> ChatReports.execute(surroundings, "start", "--config", file(), "--data", data()));
        Thread thread = new Thread(starting);
        thread.start();
        await().atMost(PATIENCE)
                .until(() -> starting.isDone() || (out.toString().contains("daily\tacme\t") && done.getAsBoolean()));
        thread.interrupt();
        assertThat(starting.get()).isZero();
    }

    private Map<String, String> environment() {
        return Map.of("TOKEN", Organizations.ACME.token(), "INBOX", SimulatorSettings.INBOX_TOKEN);
    }

    private String file() {
        return folder.resolve("reports.yaml").toString();
    }

    private String data() {
        return folder.resolve("data").toString();
    }
}
