package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.simulator.fault.Fault;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The application day and night, as a process of its own that the operating system stops. */
class StartJourneyTest extends SimulatedJourney {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private StartedProcess process;

    @AfterEach
    void end() {
        if (process != null) {
            process.close();
        }
    }

    @Test
    void deliversAgainAndAgainUntilItIsToldToStop() throws IOException, InterruptedException {
        start("every: 1s");

        await().atMost(PATIENCE)
                .until(() ->
                        process.out().stream().filter(StartJourneyTest::isDone).count() >= 3);
        process.terminate();

        assertThat(process.exitCode(PATIENCE)).isZero();
        assertThat(process.out().get(0)).isEqualTo("REPORT\tORGANIZATION\tNEXT START\tTIME ZONE\tSINKS");
        assertThat(process.out().get(1))
                .matches("often\tacme\t[-0-9]{10}T[:0-9]{8}\\+0[23]:00\tEurope/Helsinki\tarchive");
        assertThat(process.out().stream().skip(2))
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(StartJourneyTest::isDone);
        assertThat(folder.resolve("archive")).isDirectoryContaining("glob:**/often-acme-*.csv");
        assertThat(process.err()).noneMatch(line -> line.contains("Exception"));
    }

    @Test
    void saysWhyItKeptAReportBack() throws IOException, InterruptedException {
        start("every: 1s, targets: { real-chats: { min: 0 } }, send: when-target-missed");

        await().atMost(PATIENCE)
                .until(
                        () -> process.out().stream()
                                .anyMatch(
                                        line -> line.endsWith(
                                                ", delivered: 0 of 0, gaps: 0 of 1, not sent: every target is met (send: when-target-missed)")));
        process.terminate();

        assertThat(process.exitCode(PATIENCE)).isZero();
        assertThat(folder.resolve("archive")).doesNotExist();
    }

    private static boolean isDone(String line) {
        return line.matches("\\S+T\\S+ often of acme: [-0-9]{10}, rows: 1, delivered: 1 of 1, gaps: 0 of 1");
    }

    @Test
    void whatIsGoingWhenItIsStoppedIsFinished() throws IOException, InterruptedException {
        simulator.faults().add(Fault.parse("delay=3s,times=1"));
        start("every: 1s");

        await().atMost(PATIENCE).until(() -> !simulator.journal().entries().isEmpty());
        process.terminate();

        assertThat(process.exitCode(PATIENCE)).isZero();
        assertThat(process.out().stream().filter(StartJourneyTest::isDone)).hasSize(1);
        assertThat(process.err()).anyMatch(line -> line.startsWith("Stopping. No more runs begin"));
        assertThat(simulator.journal().entries()).as("no run began afterwards").hasSize(1);
    }

    /** Each sink has a queue of its own, and they are ended one after the other. */
    @Test
    void manyIdleSinksDoNotDelayTheEnd() throws IOException, InterruptedException {
        String sinks = IntStream.range(0, 40)
                .mapToObj(number -> "  sink-%d: { type: file, directory: \"%s\" }%n".formatted(number, folder))
                .collect(Collectors.joining());
        start("every: 1d", sinks);
        await().atMost(PATIENCE).until(() -> process.out().size() == 2);

        process.terminate();

        assertThat(process.exitCode(PATIENCE)).isZero();
        assertThat(process.err()).as("Camel gave up waiting").isEmpty();
    }

    @Test
    void aSecondSignalEndsItAtOnce() throws IOException, InterruptedException {
        simulator.faults().add(Fault.parse("delay=25s"));
        start("every: 1s");
        await().atMost(PATIENCE).until(() -> !simulator.journal().entries().isEmpty());

        process.terminate();
        await().atMost(PATIENCE).until(() -> process.err().stream().anyMatch(line -> line.startsWith("Stopping.")));
        process.terminate();

        assertThat(process.exitCode(Duration.ofSeconds(15))).isEqualTo(143);
        assertThat(process.out()).noneMatch(StartJourneyTest::isDone);
    }

    @Test
    void saysHowItIsToWhoWatchesOverIt() throws IOException, InterruptedException {
        ManagementPort port = ManagementPort.free();
        start("every: 1s", port.section());
        await().atMost(PATIENCE).until(() -> process.out().stream().anyMatch(StartJourneyTest::isDone));

        assertThat(port.get("/observe/health")).contains("\"status\":\"UP\"");
        assertThat(port.get("/observe/health/live")).contains("\"status\":\"UP\"");
        assertThat(port.metrics())
                .contains("camel_exchanges_total{")
                .contains("routeId=\"run-report\"")
                .contains("chat_reports_storage_available 1.0")
                .contains("chat_reports_sink_available{sink=\"archive\"} 1.0")
                .contains("chat_reports_api_available{organization=\"acme\"} 1.0");
        assertThat(process.err())
                .as("but for what a slow machine is late with")
                .allMatch(line -> line.contains("no runs for what fell due"));
    }

    @Test
    void showsWhoeverLooksWhatItDoes() throws IOException, InterruptedException {
        ManagementPort port = ManagementPort.free();
        start("every: 1s", port.section());
        await().atMost(PATIENCE).until(() -> process.out().stream().anyMatch(StartJourneyTest::isDone));

        HttpResponse<String> status = port.response("GET", "/");
        assertThat(status.statusCode()).isEqualTo(200);
        assertThat(status.headers().map())
                .containsEntry("Content-Type", List.of("text/html; charset=UTF-8"))
                .containsEntry("Cache-Control", List.of("no-store"))
                .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsKey("Content-Security-Policy")
                .doesNotContainKeys("Authorization", "User-Agent", "Host");
        assertThat(status.body())
                .contains("every 1s", "Europe/Helsinki", ">done<", ">delivered<")
                .doesNotContain(Organizations.ACME.token());
        String run = Pattern.compile("/runs/r\\w+")
                .matcher(status.body())
                .results()
                .findFirst()
                .orElseThrow()
                .group();
        assertThat(port.response("GET", run).body()).contains("0001-real-chats-org", "answered", "archive");
        assertThat(port.response("HEAD", run)).satisfies(head -> {
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
        });
        assertThat(port.response("POST", "/").statusCode()).isEqualTo(405);
        assertThat(port.response("GET", "/runs/%2e%2e%2f%2e%2e%2freports.yaml").statusCode())
                .isEqualTo(404);
        assertThat(statusLine(port, "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .isEqualTo("HTTP/1.1 403 Forbidden");
        assertThat(statusLine(port, "GET /../../reports.yaml HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .isEqualTo("HTTP/1.1 404 Not Found");
    }

    @Test
    void whatIsNoRequestLeavesNothingInTheLog() throws IOException, InterruptedException {
        ManagementPort port = ManagementPort.free();
        start("every: 1d", port.section());
        await().atMost(PATIENCE).until(() -> process.out().size() == 2);

        for (String head : List.of(
                "GET /runs/%zz HTTP/1.1\r\nHost: localhost",
                "GET /?%zz HTTP/1.1\r\nHost: localhost",
                "GET / HTTP/1.1\r\nHost: 127.0.0.1@evil",
                "GET / HTTP/1.1\r\nHost: [",
                "GET //[ HTTP/1.1\r\nHost: localhost",
                "nonsense")) {
            assertThat(statusLine(port, head + "\r\nConnection: close\r\n\r\n"))
                    .as(head)
                    .doesNotContain(" 200 ");
        }
        assertThat(port.response("GET", "/").statusCode()).isEqualTo(200);

        process.terminate();
        assertThat(process.exitCode(PATIENCE)).isZero();
        assertThat(process.err()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsSaidBeforeAnythingStarts() throws IOException, InterruptedException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            start("every: 1s", "management: { port: %d }".formatted(taken.getLocalPort()));

            assertThat(process.exitCode(PATIENCE)).isOne();
            assertThat(process.err())
                    .containsExactly(
                            "management.port: %d is taken on this machine. Next: choose another, or stop what uses it"
                                    .formatted(taken.getLocalPort()));
        }
    }

    /** What no well-behaved client sends. */
    private static String statusLine(ManagementPort port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port.number())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }

    private void start(String schedule) throws IOException {
        start(schedule, "");
    }

    private void start(String schedule, String more) throws IOException {
        String configuration =
                """
                api: { url: "%s", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %s } }
                reports:
                  often: { %s, time-zone: Europe/Helsinki, window: yesterday, metrics: real-chats, granularity: all, sinks: archive }
                sinks:
                  archive: { type: file, directory: "%s" }
                %s""".formatted(simulator.url(), Organizations.ACME.id(), schedule, folder.resolve("archive"), more);
        process = StartedProcess.of(folder, configuration, ENVIRONMENT, List.of());
    }
}
