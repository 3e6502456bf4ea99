package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.fault.Fault;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that makes a report and gets a signal meanwhile. */
class InterruptedRunTest {

    @TempDir
    private Path folder;

    private Process process;

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** Not Ctrl-C, which a build that runs in the background of a shell cannot get; the JVM treats both alike. */
    @Test
    void endsAtOnceThoughTheApiAskedForPatience() throws Exception {
        Fault busy = Fault.parse("status=429,retry-after=600");
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults().withFaults(List.of(busy)))) {
            process = start(simulator);
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !simulator.journal().entries().isEmpty());

            assertThat(Shell.run("kill", "-TERM", String.valueOf(process.pid())))
                    .isEmpty();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("Interrupted: 0 of 1 runs were done, 0 files delivered. Next: run the report again\n");
            assertThat(process.getInputStream().readAllBytes()).isEmpty();
        }
    }

    /** What the sink was sent may have arrived: it is not waited for longer than a file that is just being written. */
    @Test
    void endsAtOnceThoughASinkDoesNotAnswer() throws Exception {
        Fault silent = Fault.parse("path=/inbox/,delay=5m");
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults().withFaults(List.of(silent)))) {
            process = start(
                    simulator,
                    "{type: http, url: \"%s/inbox/rows\", token: \"{{env:INBOX}}\", response-timeout: 5m, total-timeout: 5m}"
                            .formatted(simulator.url()));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !simulator.journal().entries("/inbox/").isEmpty());

            assertThat(Shell.run("kill", "-TERM", String.valueOf(process.pid())))
                    .isEmpty();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(143);
            assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("Interrupted: 0 of 1 runs were done, 0 files delivered. Next: run the report again\n");
            assertThat(process.getInputStream().readAllBytes()).isEmpty();
        }
    }

    private Process start(Simulator simulator) throws IOException {
        return start(simulator, "{type: file, directory: out}");
    }

    private Process start(Simulator simulator, String sink) throws IOException {
        Path reports = Files.writeString(
                folder.resolve("reports.yaml"), """
                api: {url: "%s", token: "{{env:TOKEN}}"}
                organizations: {acme: {id: %s}}
                reports:
                  weekly: {time-zone: Europe/Helsinki, window: last-week, metrics: real-chats, sinks: archive}
                sinks: {archive: %s}
                """.formatted(simulator.url(), Organizations.ACME.id(), sink));
        ProcessBuilder builder = new ProcessBuilder(
                        JavaCommand.of(List.of(), "run", "weekly", "--config", reports.toString()))
                .directory(folder.toFile());
        builder.environment().put("TOKEN", Organizations.ACME.token());
        builder.environment().put("INBOX", SimulatorSettings.INBOX_TOKEN);
        return builder.start();
    }
}
