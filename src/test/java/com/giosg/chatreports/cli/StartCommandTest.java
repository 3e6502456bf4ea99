package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.cli.CommandForTests.Outcome;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about the times at which reports fall due. */
class StartCommandTest {

    private static final String SCHEDULED = "at: '07:30', on: monday, organizations: [acme, corner, beta],";

    @TempDir
    private Path folder;

    private final CommandForTests command = CommandForTests.here().with("TOKEN", "CANARY-token");

    @BeforeEach
    void configure() throws IOException {
        configure(SCHEDULED);
    }

    private void configure(String schedule) throws IOException {
        Files.writeString(file(), """
                api: { url: "http://127.0.0.1:1", token: "{{env:TOKEN}}" }
                organizations:
                  acme: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3301 }
                  corner: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3302, time-zone: America/New_York }
                  beta: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3303 }
                reports:
                  weekly: { %s time-zone: Europe/Helsinki, window: last-week, metrics: real-chats, sinks: archive }
                  by-hand: { time-zone: Europe/Helsinki, window: last-week, metrics: real-chats, sinks: archive }
                sinks: { archive: { type: file, directory: "%s" } }
                """.formatted(schedule, folder.resolve("archive")));
    }

    private Path file() {
        return folder.resolve("reports.yaml");
    }

    @Test
    void startSaysWhatItWillDoAndWaitsUntilItIsStopped() throws InterruptedException, ExecutionException {
        StringWriter out = new StringWriter();
        FutureTask<Integer> waiting = new FutureTask<>(() -> ChatReports.execute(
                command.surroundings(out, new StringWriter()), "start", "--config", file().toString()));
        Thread thread = new Thread(waiting);
        thread.start();
        await().until(() -> out.toString().lines().count() == 4);
        thread.interrupt();

        assertThat(waiting.get()).isZero();
        assertThat(out.toString().lines())
                .containsExactly(
                        "REPORT\tORGANIZATION\tNEXT START\tTIME ZONE\tSINKS",
                        "weekly\tacme\t2026-11-02T07:30:00+02:00\tEurope/Helsinki\tarchive",
                        "weekly\tcorner\t2026-11-02T07:30:00-05:00\tAmerica/New_York\tarchive",
                        "weekly\tbeta\t2026-11-02T07:30:00+02:00\tEurope/Helsinki\tarchive");
        assertThat(folder.resolve("archive")).doesNotExist();
    }

    @Test
    void withoutAnyScheduleThereIsNothingToWaitFor() throws IOException {
        configure("");

        Outcome outcome = command.run("start", "--config", file().toString());

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(outcome.err())
                .isEqualTo(file() + " has no report that falls due by itself, so there is nothing to wait for."
                        + " Give a report at, every or cron; or make it now: chat-reports run weekly by-hand\n");
        assertThat(command.run("check", "--config", file().toString()).out()).doesNotContain("NEXT START");
    }

    @Test
    void checkAndWindowsListTheNextFiveStartsForEachZone() {
        for (String name : new String[] {"check", "windows"}) {
            Outcome outcome = command.run(name, "--config", file().toString());
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.out()).endsWith("""

                    REPORT\tORGANIZATIONS\tNEXT START\tTIME ZONE
                    weekly\tacme, beta\t2026-11-02T07:30:00+02:00\tEurope/Helsinki
                    weekly\tacme, beta\t2026-11-09T07:30:00+02:00\tEurope/Helsinki
                    weekly\tacme, beta\t2026-11-16T07:30:00+02:00\tEurope/Helsinki
                    weekly\tacme, beta\t2026-11-23T07:30:00+02:00\tEurope/Helsinki
                    weekly\tacme, beta\t2026-11-30T07:30:00+02:00\tEurope/Helsinki
                    weekly\tcorner\t2026-11-02T07:30:00-05:00\tAmerica/New_York
                    weekly\tcorner\t2026-11-09T07:30:00-05:00\tAmerica/New_York
                    weekly\tcorner\t2026-11-16T07:30:00-05:00\tAmerica/New_York
                    weekly\tcorner\t2026-11-23T07:30:00-05:00\tAmerica/New_York
                    weekly\tcorner\t2026-11-30T07:30:00-05:00\tAmerica/New_York
                    """);
        }
    }

    @Test
    void programsGetThemAsJson() throws IOException {
        for (String name : new String[] {"check", "windows"}) {
            JsonNode starts = new ObjectMapper()
                    .readTree(command.run(name, "--json", "--config", file().toString())
                            .out())
                    .path("starts");
            assertThat(starts).hasSize(2);
            assertThat(starts.path(1))
                    .hasToString("{\"report\":\"weekly\",\"organizations\":[\"corner\"],"
                            + "\"time-zone\":\"America/New_York\",\"starts\":[\"2026-11-02T07:30:00-05:00\","
                            + "\"2026-11-09T07:30:00-05:00\",\"2026-11-16T07:30:00-05:00\",\"2026-11-23T07:30:00-05:00\","
                            + "\"2026-11-30T07:30:00-05:00\"]}");
        }
    }

    @Test
    void windowsThatAreNamedAreAnsweredAlone() {
        assertThat(command.run("windows", "2020-W44", "--config", file().toString())
                        .out()
                        .lines())
                .hasSize(2);
    }

    @Test
    void windowsNeedNoGoodConfiguration() throws IOException {
        Files.writeString(file(), "reports: {}\n");

        Outcome outcome = command.run("windows", "--config", file().toString());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("last-week\t").doesNotContain("NEXT START");
        assertThat(outcome.err())
                .isEqualTo(file()
                        + " has problems, so it cannot be said when its reports fall due. See: chat-reports check\n");
    }
}
