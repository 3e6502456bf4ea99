package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.cli.ChatReports;
import com.giosg.chatreports.cli.Surroundings;
import com.giosg.chatreports.journey.Journey.Outcome;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.fault.Fault;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports of days that are past, made by the whole application as they would have been made then. */
class BackfillJourneyTest extends SimulatedJourney {

    /** An hour after midnight in Helsinki: sales of the day before can still change. */
    private static final Instant NOW = Instant.parse("2026-10-26T23:00:00Z");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Override
    SimulatorSettings simulated() {
        return SimulatorSettings.defaults().withClock(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void simulate() throws IOException {
        Files.writeString(folder.resolve("reports.yaml"), configuration("archive"));
    }

    @Test
    void everyDayAsksItsOwnWindowAlsoWhereTheClocksChange() throws IOException {
        Outcome outcome = backfill("--from", "2026-10-25", "--to", "2026-10-27");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines().skip(1).map(line -> line.split("\t", -1)[2]))
                .containsExactly("2026-10-24", "2026-10-25", "2026-10-26");
        assertThat(outcome.err()).isEqualTo("daily: due times: 3: 3 done\n");
        assertThat(asked("start"))
                .containsExactly(
                        "2026-10-24T00:00:00.000+03:00",
                        "2026-10-24T00:00:00.000+03:00",
                        "2026-10-25T00:00:00.000+03:00",
                        "2026-10-25T00:00:00.000+03:00",
                        "2026-10-26T00:00:00.000+02:00",
                        "2026-10-26T00:00:00.000+02:00");
        assertThat(asked("end"))
                .contains(
                        "2026-10-24T23:59:59.999+03:00",
                        "2026-10-25T23:59:59.999+02:00",
                        "2026-10-26T23:59:59.999+02:00");
        assertThat(rows("2026-10-25")).as("a day of 25 hours, filled").hasSize(2);
    }

    /** What can still change is decided by when it is asked, not by when it fell due. */
    @Test
    void onlySalesThatCanStillChangeWhenTheyAreAskedAreProvisional() throws IOException {
        backfill("--from", "2026-10-24", "--to", "2026-10-27");

        assertThat(statuses("2026-10-23")).containsExactly("ok", "ok");
        assertThat(statuses("2026-10-26")).containsExactly("ok", "provisional");
    }

    /** It is the very run that start would have made, and the one that a start finds made already. */
    @Test
    void whatIsDoneAlreadyIsLeftAsItIsAndMadeOnceMoreOnRequest() throws IOException {
        assertThat(backfill("--from", "2026-10-25", "--to", "2026-10-25").exitCode())
                .isZero();
        simulator.journal().clear();

        Outcome more = backfill("--from", "2026-10-24", "--to", "2026-10-26");
        assertThat(more.exitCode()).as(more.err()).isZero();
        assertThat(more.out().lines().skip(1).map(line -> line.split("\t", -1)[2]))
                .containsExactly("2026-10-23", "2026-10-25");
        assertThat(more.err())
                .isEqualTo(
                        "daily: due times: 3: 2 done, 1 done already and left as they are; --again makes them once more\n");
        assertThat(simulator.journal().entries()).hasSize(4);

        Files.delete(folder.resolve("archive/daily-acme-2026-10-24.csv"));
        Outcome again = backfill("--from", "2026-10-25", "--to", "2026-10-25", "--again", "--json");

        JsonNode run = new ObjectMapper().readTree(again.out()).path(0);
        assertThat(run.path("state").asText()).isEqualTo("done");
        assertThat(run.path("generation").asInt()).isEqualTo(2);
        assertThat(folder.resolve("archive/daily-acme-2026-10-24.csv")).exists();
        String id = run.path("run").asText();
        assertThat(folder.resolve("data/runs/" + id + "/artifacts-2/archive")).isNotEmptyDirectory();
        assertThat(history()).hasSize(3);
        assertThat(backfill("--from", "2026-10-25", "--to", "2026-10-25", "--again", "--json")
                        .out())
                .contains("\"generation\" : 3");
    }

    @Test
    void aRunThatFailsStopsNoLaterOneAndIsTakenUpByTheSameCommand() throws IOException {
        simulator.faults().add(Fault.parse("status=401,times=2"));

        Outcome first = backfill("--from", "2026-10-24", "--to", "2026-10-26");

        assertThat(first.exitCode()).isEqualTo(3);
        assertThat(first.err()).contains("the API answered 401").endsWith("daily: due times: 3: 2 done, 1 failed\n");
        assertThat(folder.resolve("archive/daily-acme-2026-10-23.csv")).doesNotExist();

        Outcome second = backfill("--from", "2026-10-24", "--to", "2026-10-26");

        assertThat(second.exitCode()).as(second.err()).isZero();
        assertThat(second.out().lines().skip(1)).hasSize(1);
        assertThat(folder.resolve("archive/daily-acme-2026-10-23.csv")).exists();
    }

    @Test
    void aSinkThatFailsIsNamedWithItsWindow() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "not a folder");
        Files.writeString(folder.resolve("reports.yaml"), configuration("blocked"));

        Outcome outcome = backfill("--from", "2026-10-25", "--to", "2026-10-26");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err())
                .contains(
                        "daily of acme for 2026-10-24, sink archive: " + blocked + " is not a folder",
                        "daily of acme for 2026-10-25, sink archive: ");
        Files.delete(blocked);
        Outcome again = backfill("--from", "2026-10-25", "--to", "2026-10-26", "--again");
        assertThat(again.exitCode())
                .as("what failed before is superseded: " + again.err())
                .isZero();
    }

    @Test
    void aLongWindowIsAskedInPartsThatEndBetweenBuckets() throws IOException {
        Files.writeString(
                folder.resolve("reports.yaml"),
                configuration("archive").replace("window: yesterday", "window: year-to-date"));

        Outcome outcome = backfill("--from", "2026-10-25", "--to", "2026-10-25");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(asked("start").distinct())
                .containsExactlyInAnyOrder("2026-01-01T00:00:00.000+02:00", "2026-06-30T00:00:00.000+03:00");
        assertThat(rows("2026-01-01_2026-10-25")).hasSize(2 * 298);
    }

    /** The clock of a start that was away for days, with a report that makes only the latest. */
    @Test
    void whatWasSkippedIsInTheHistoryWithTheReasonAndCanBeMade() throws IOException {
        Files.writeString(
                folder.resolve("reports.yaml"), configuration("archive").replace("at:", "catch-up: latest, at:"));
        startUntil(NOW.minus(Duration.ofDays(4)), "daily\tacme\t");
        startUntil(NOW, " daily of acme: ");

        List<String[]> lines = history();
        assertThat(lines.stream().map(line -> line[3] + " " + line[5]))
                .containsExactly(
                        "2026-10-27T00:30:00+02:00 done",
                        "2026-10-26T00:30:00+02:00 skipped",
                        "2026-10-25T00:30:00+03:00 skipped",
                        "2026-10-24T00:30:00+03:00 skipped");
        assertThat(lines.get(1)[10])
                .isEqualTo("skipped: nothing ran at the time, and of such only the latest is made (catch-up: latest)");
        assertThat(command("show", lines.get(1)[0]).out())
                .contains("Next: nothing, unless it is wanted: chat-reports retry " + lines.get(1)[0]);

        Outcome retried = configured("retry", lines.get(1)[0]);
        assertThat(retried.exitCode()).as(retried.err()).isZero();
        assertThat(folder.resolve("archive/daily-acme-2026-10-25.csv")).exists();

        Outcome filled = backfill("--from", "2026-10-24", "--to", "2026-10-27");
        assertThat(filled.err())
                .isEqualTo(
                        "daily: due times: 4: 2 done, 2 done already and left as they are; --again makes them once more\n");
        assertThat(history().stream().map(line -> line[5])).containsOnly("done");
    }

    /** A start that ends as soon as it said that. */
    private void startUntil(Instant now, String words) {
        StringWriter out = new StringWriter();
        Surroundings surroundings = new Surroundings(
                Path.of("").toAbsolutePath(),
                Map.of("TOKEN", Organizations.ACME.token()),
                InstantSource.fixed(now),
                () -> 0,
                new PrintWriter(out, true),
                new PrintWriter(new StringWriter(), true),
                false,
                false);
        FutureTask<Integer> starting = new FutureTask<>(() -> ChatReports.execute(
                surroundings,
                "start",
                "--config",
                folder.resolve("reports.yaml").toString(),
                "--data",
                folder.resolve("data").toString()));
        Thread thread = new Thread(starting);
        thread.start();
        await().atMost(PATIENCE).until(() -> starting.isDone() || out.toString().contains(words));
        thread.interrupt();
        await().atMost(PATIENCE).until(starting::isDone);
        assertThat(out.toString()).contains(words);
    }

    private Outcome backfill(String... more) {
        return configured(
                Stream.concat(Stream.of("backfill", "daily"), Stream.of(more)).toArray(String[]::new));
    }

    private Outcome configured(String... command) {
        return command(Stream.concat(
                        Stream.of(command),
                        Stream.of("--config", folder.resolve("reports.yaml").toString()))
                .toArray(String[]::new));
    }

    private Outcome command(String... command) {
        String data = folder.resolve("data").toString();
        return journey(NOW)
                .execute(Stream.concat(Stream.of(command), Stream.of("--data", data))
                        .toArray(String[]::new));
    }

    private List<String[]> history() {
        return command("history")
                .out()
                .lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .toList();
    }

    /** What the simulator was asked about, in the order in which it was. */
    private Stream<String> asked(String bound) {
        return simulator.journal().entries().stream().map(entry -> bound(entry.body(), bound));
    }

    private static String bound(String body, String bound) {
        return body.replaceAll("(?s).*\"" + bound + "\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private List<String> rows(String window) throws IOException {
        return Files.readAllLines(folder.resolve("archive/daily-acme-" + window + ".csv")).stream()
                .skip(1)
                .toList();
    }

    private Stream<String> statuses(String window) throws IOException {
        return rows(window).stream().map(row -> row.substring(row.lastIndexOf(',') + 1));
    }

    private String configuration(String directory) {
        return """
                api: { url: "%s", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %s } }
                reports:
                  daily:
                    { at: "00:30", exact-start: true, time-zone: Europe/Helsinki, window: yesterday, scopes: [org],
                      metrics: [real-chats, sales-in-real-chats], sinks: [archive] }
                sinks: { archive: { type: file, directory: "%s" } }
                """.formatted(simulator.url(), Organizations.ACME.id(), folder.resolve(directory));
    }
}
