package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.cli.ChatReports;
import com.giosg.chatreports.cli.Surroundings;
import com.giosg.chatreports.journey.Journey.Outcome;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is remembered from one command to the next. */
class LedgerJourneyTest extends SimulatedJourney {

    private static final Instant MONDAY = Instant.parse("2026-11-02T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void whatFailedIsDeliveredByARetryWithTheSameBytes() throws IOException {
        Path blocked = Files.writeString(folder.resolve("board"), "not a folder");
        assertThat(journey(MONDAY).run(configuration(), "daily").exitCode()).isEqualTo(4);
        Outcome history = command("history");
        String run = history.out().lines().skip(1).findFirst().orElseThrow().split("\t", -1)[0];
        assertThat(history.out().lines().skip(1))
                .containsExactly(
                        run + "\tdaily\tacme\t2026-11-02T14:00:00+02:00\t2026-11-01\tfailed\t1\t0 of 1\t1 of 2\t-\t-");
        assertThat(command("show", run).out())
                .contains("0001-real-chats-org\tanswered\t1\t-\t-")
                .contains("board\tdaily-acme-2026-11-01.csv\tfailed\t" + blocked + " is not a folder")
                .endsWith("Next: mend what the delivery failed for, then: chat-reports retry " + run + "\n");

        Files.delete(blocked);
        simulator.faults().add("status=500");
        Outcome retried = retry("--failed");

        assertThat(retried.exitCode()).as(retried.err()).isZero();
        assertThat(folder.resolve("board/daily-acme-2026-11-01.csv"))
                .hasSameBinaryContentAs(folder.resolve("archive/daily-acme-2026-11-01.csv"));
        assertThat(command("show", run).out())
                .contains(": done\n")
                .endsWith("Next: nothing, everything is delivered\n");
        assertThat(retry(run).err())
                .isEqualTo("the run %s did not fail, it is done. Next: chat-reports show %s%n".formatted(run, run));
    }

    @Test
    void whereNothingCouldBeHadARetryAsksAgain() throws IOException {
        simulator.faults().add("status=401");
        assertThat(journey(MONDAY).run(configuration(), "daily").exitCode()).isEqualTo(3);
        JsonNode failed =
                new ObjectMapper().readTree(command("history", "--json").out());
        assertThat(failed.path(0).path("gaps")).hasSize(1);

        simulator.faults().clear();
        Outcome retried = retry(failed.path(0).path("run").asText());

        assertThat(retried.exitCode()).as(retried.err()).isZero();
        assertThat(folder.resolve("board/daily-acme-2026-11-01.csv")).exists();
    }

    @Test
    void bytesThatAreNotThoseThatWereMadeAreNeverSent() throws IOException {
        Path blocked = Files.writeString(folder.resolve("board"), "not a folder");
        journey(MONDAY).run(configuration(), "daily");
        Files.delete(blocked);
        try (Stream<Path> files = Files.walk(folder.resolve("data/runs"))) {
            Path artifact = files.filter(file -> file.toString().contains("artifacts/board/daily"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(artifact, "x", StandardOpenOption.APPEND);
        }

        Outcome retried = retry("--failed");

        assertThat(retried.exitCode()).isEqualTo(4);
        assertThat(retried.err()).contains("is damaged; make the report again");
        assertThat(folder.resolve("board")).doesNotExist();
    }

    /** As for whoever has the ledger, but not the data folder of the process that made the files. */
    @Test
    void whereTheFilesAreNotThereTheNextMoveIsSaid() throws IOException {
        Path blocked = Files.writeString(folder.resolve("board"), "not a folder");
        journey(MONDAY).run(configuration(), "daily");
        Files.delete(blocked);
        Files.move(folder.resolve("data/runs"), folder.resolve("elsewhere"));

        Outcome retried = retry("--failed");

        assertThat(retried.exitCode()).isEqualTo(4);
        assertThat(retried.err())
                .contains(
                        "is not there; retry the run where the data folder is that it was made in, or make the report again");
        assertThat(folder.resolve("board")).doesNotExist();
    }

    @Test
    void whatFellDueWhileNothingRanIsMadeUpForButNothingBeforeTheFirstStart() throws Exception {
        Files.writeString(folder.resolve("reports.yaml"), configuration());

        startAndStopAfter(MONDAY, 0);
        assertThat(command("history").out().lines()).hasSize(1);
        startAndStopAfter(MONDAY.plus(Duration.ofDays(3)), 3);

        assertThat(command("history").out().lines().skip(1).map(line -> line.split("\t", -1)[3]))
                .containsExactly("2026-11-05T07:00:00+02:00", "2026-11-04T07:00:00+02:00", "2026-11-03T07:00:00+02:00");
    }

    private void startAndStopAfter(Instant now, int runs) throws Exception {
        StringWriter out = new StringWriter();
        FutureTask<Integer> starting = new FutureTask<>(() -> ChatReports.execute(
                surroundings(now, out),
                "start",
                "--config",
                folder.resolve("reports.yaml").toString(),
                "--data",
                folder.resolve("data").toString()));
        Thread thread = new Thread(starting);
        thread.start();
        await().atMost(PATIENCE)
                .until(() -> starting.isDone()
                        || (out.toString().contains("daily\tacme\t") && made(out.toString()) == runs));
        thread.interrupt();
        assertThat(starting.get()).isZero();
    }

    private static long made(String out) {
        return out.lines().filter(line -> line.contains(" daily of acme: ")).count();
    }

    private Surroundings surroundings(Instant now, StringWriter out) {
        return new Surroundings(
                Path.of("").toAbsolutePath(),
                Map.of("TOKEN", Organizations.ACME.token()),
                InstantSource.fixed(now),
                () -> 0,
                new PrintWriter(out, true),
                new PrintWriter(new StringWriter(), true),
                false,
                false);
    }

    private Outcome retry(String what) {
        return execute(MONDAY, "retry", what);
    }

    private Outcome execute(Instant now, String... command) {
        return journey(now)
                .execute(Stream.concat(
                                Stream.of(command),
                                Stream.of(
                                        "--config",
                                        folder.resolve("reports.yaml").toString(),
                                        "--data",
                                        folder.resolve("data").toString()))
                        .toArray(String[]::new));
    }

    /** Looking back needs no configuration. */
    private Outcome command(String... command) {
        List<String> data = List.of("--data", folder.resolve("data").toString());
        Outcome outcome = journey(MONDAY)
                .execute(Stream.concat(Stream.of(command), data.stream()).toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome;
    }

    private String configuration() {
        return """
                api: { url: "%s", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %s } }
                reports:
                  daily:
                    { at: "07:00", exact-start: true, time-zone: Europe/Helsinki, window: yesterday, metrics: real-chats,
                      scopes: [org], granularity: all, sinks: [board, archive] }
                sinks:
                  board: { type: file, directory: "%s" }
                  archive: { type: file, directory: "%s" }
                """.formatted(
                        simulator.url(), Organizations.ACME.id(), folder.resolve("board"), folder.resolve("archive"));
    }
}
