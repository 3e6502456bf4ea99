package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A secret stands where the operator put it, and nowhere else: not in what a process of its own prints, logs at TRACE,
 * leaves in its folders or is started with.
 */
class SecretsTest {

    private static final String TRACE = """
            <configuration>
              <appender name="all" class="ch.qos.logback.core.ConsoleAppender">
                <target>System.err</target><encoder><pattern>%level %logger %msg%n%ex</pattern></encoder>
              </appender>
              <logger name="org.apache.camel.component" level="TRACE"/>
              <root level="TRACE"><appender-ref ref="all"/></root>
            </configuration>
            """;

    /** In the address itself, as incoming webhooks have it. */
    private static final String HOOK = "canary-hook-5d1e8f";

    private static final String WRONG_TOKEN = "canary-token-77aa31";

    @TempDir
    private Path folder;

    @TempDir
    private Path secrets;

    private Simulator simulator;
    private Receiver receiver;
    private Path home;

    @BeforeEach
    void start() throws IOException {
        simulator = Simulator.start(SimulatorSettings.defaults());
        receiver = Receiver.start();
        home = Folders.homeIn(Files.createDirectory(folder.resolve("home")));
        String kamelet = Markdown.read("README.md").blocks().stream()
                .map(Markdown.Block::text)
                .filter(text -> text.startsWith("apiVersion:"))
                .findFirst()
                .orElseThrow();
        Files.writeString(home.resolve("routes/sinks/announce-sink.kamelet.yaml"), kamelet);
        Files.writeString(folder.resolve("trace.xml"), TRACE);
        Files.writeString(secrets.resolve("token"), Organizations.BAKERY.token());
    }

    @AfterEach
    void stop() {
        receiver.close();
        simulator.close();
    }

    /** One organization's token is refused, another's comes from a file; the webhook answers, fails or is no address. */
    @ParameterizedTest
    @CsvSource({
        "run, http://127.0.0.1:1/" + HOOK + ", 4",
        "run, " + HOOK + ":no-address, 1",
        "preview, http://127.0.0.1:1/" + HOOK + ", 3",
        "check --online, http://127.0.0.1:1/" + HOOK + ", 3",
        "request real-chats, http://127.0.0.1:1/" + HOOK + ", 0"
    })
    void noneIsToldWhateverIsDone(String command, String webhook, int exitCode) throws Exception {
        simulator.faults().add("status=500,times=1");

        Process process = start(command, webhook);

        assertThat(commandLines(process)).isNotEmpty().allSatisfy(SecretsTest::assertHoldsNone);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("err.txt")))
                .isEqualTo(exitCode);
        assertNoFileHoldsOne();
    }

    @Test
    void noneIsToldWhenTheReceiverRefuses() throws Exception {
        Process process = start("run", receiver.url("/" + HOOK + "/refuse"));
        assertThat(commandLines(process)).isNotEmpty().allSatisfy(SecretsTest::assertHoldsNone);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.DELIVERY);
        assertThat(Files.readString(folder.resolve("err.txt"))).contains("HTTP operation failed invoking ***");
        assertNoFileHoldsOne();
    }

    private Process start(String command, String webhook) throws IOException {
        Files.writeString(folder.resolve("reports.yaml"), """
                api: { url: "%1$s", directory-url: "%1$s" }
                organizations:
                  acme: { id: %2$s, token: "{{env:ACME_TOKEN}}" }
                  wrong: { id: %2$s, token: "{{env:WRONG_TOKEN}}" }
                  bakery: { id: %3$s, token: "{{file:%4$s}}" }
                reports:
                  daily: { time-zone: UTC, window: yesterday, metrics: real-chats, sinks: [channel, archive] }
                sinks:
                  channel: { type: announce, webhook: "{{env:WEBHOOK}}", text: "{report} is there" }
                  archive: { type: file, directory: "%5$s/archive" }
                """.formatted(
                simulator.url(), Organizations.ACME.id(), Organizations.BAKERY.id(), secrets.resolve("token"), folder));
        List<String> words = new ArrayList<>(JavaCommand.of(
                List.of("-Dlogback.configurationFile=" + folder.resolve("trace.xml"), "-Dchat-reports.home=" + home)));
        words.addAll(List.of(command.split(" ")));
        Stream.of("run", "preview").filter(command::equals).forEach(reports -> words.add("daily"));
        words.addAll(List.of("--config", folder.resolve("reports.yaml").toString()));
        ProcessBuilder process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out.txt").toFile())
                .redirectError(folder.resolve("err.txt").toFile());
        process.environment()
                .putAll(Map.of(
                        "ACME_TOKEN", Organizations.ACME.token(), "WRONG_TOKEN", WRONG_TOKEN, "WEBHOOK", webhook));
        return process.start();
    }

    /** As everybody on the machine can list them. */
    private static List<String> commandLines(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .map(handle -> handle.info().commandLine().orElse("it is over"))
                .collect(Collectors.toList());
    }

    private void assertNoFileHoldsOne() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertHoldsNone(file + "\n" + Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static void assertHoldsNone(String text) {
        assertThat(Stream.of(HOOK, WRONG_TOKEN, Organizations.ACME.token(), Organizations.BAKERY.token())
                        .filter(text::contains))
                .as(() -> text.substring(0, Math.min(text.length(), 200)))
                .isEmpty();
    }
}
