package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.cli.JavaCommand;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed without a warning, and the one that is started after it. */
class RecoveryJourneyTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Nothing of it falls due while the test lasts, and nothing was missed. */
    private static final String SELDOM = "every: 1d";

    private static final String AT_ONCE = "every: 1s";

    @TempDir
    private Path folder;

    private Simulator simulator;
    private Process process;

    @BeforeEach
    void simulate() throws IOException {
        simulator = Simulator.start(SimulatorSettings.defaults());
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
        simulator.close();
    }

    @Test
    void onlyWhatWasNotAnsweredIsAskedAgain() throws Exception {
        simulator.faults().add("delay=60s,times=1,path=chat_sessions");
        start(AT_ONCE, "archive");
        await().atMost(PATIENCE).until(() -> asked() == 2 && files("data/runs", ".csv") == 1);

        kill();
        simulator.faults().clear();
        start(SELDOM, "archive");

        await().atMost(PATIENCE).until(() -> !done().isEmpty());
        assertThat(done()).singleElement().asString().endsWith("rows: 2, delivered: 1 of 1, gaps: 0 of 2");
        assertThat(asked()).isEqualTo(3);
        assertThat(files("archive", ".csv")).isOne();
    }

    @Test
    void whatWasSealedIsNotAskedAgainAndWhatWasDeliveredIsNotDeliveredAgain() throws Exception {
        simulator.faults().add("delay=60s,path=/inbox/");
        start(AT_ONCE, "archive, inbox");
        await().atMost(PATIENCE)
                .until(() -> files("archive", ".csv") == 1
                        && !simulator.journal().entries("/inbox/").isEmpty());
        Object delivered = identity();

        kill();
        simulator.faults().clear();
        start(SELDOM, "archive, inbox");

        await().atMost(PATIENCE).until(() -> !done().isEmpty());
        assertThat(done()).singleElement().asString().endsWith("rows: 2, delivered: 2 of 2, gaps: 0 of 2");
        assertThat(asked()).isEqualTo(2);
        assertThat(identity()).isEqualTo(delivered);
        assertThat(simulator.inbox().messages("rows")).hasSize(1);
        assertThat(simulator.journal().entries("/inbox/"))
                .as("the same bytes under the same key")
                .hasSize(2)
                .extracting(entry -> entry.request().header("Idempotency-Key") + entry.body())
                .containsOnly(
                        simulator.journal().entries("/inbox/").get(0).request().header("Idempotency-Key")
                                + simulator.journal().entries("/inbox/").get(0).body());
    }

    @Test
    void aSecondStartIsRefusedAndARunHandsItsWorkOver() throws Exception {
        start(SELDOM, "archive");
        await().atMost(PATIENCE).until(() -> !lines("out").isEmpty());

        Process second = launch("second", "start");
        assertThat(second.waitFor()).isOne();
        assertThat(lines("second-err"))
                .singleElement()
                .asString()
                .startsWith("process " + process.pid() + " works on the data folder ")
                .contains(" Next: stop that one, or give this one another folder with --data");

        Process run = launch("run", "run", "often");
        assertThat(run.waitFor()).as(String.join("\n", lines("run-err"))).isZero();
        assertThat(lines("run-out")).hasSize(2).last().asString().startsWith("often\tacme\t");
        assertThat(done()).as("the one that was there made it").hasSize(1);
    }

    private long asked() {
        return simulator.journal().entries("chat_sessions").size();
    }

    private Object identity() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("archive"))) {
            BasicFileAttributes attributes =
                    Files.readAttributes(files.findFirst().orElseThrow(), BasicFileAttributes.class);
            return List.of(attributes.fileKey(), attributes.lastModifiedTime());
        }
    }

    private long files(String below, String ending) throws IOException {
        if (!Files.exists(folder.resolve(below))) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder.resolve(below))) {
            return files.filter(file -> file.toString().endsWith(ending)).count();
        }
    }

    private List<String> done() throws IOException {
        return lines("out").stream()
                .filter(line -> line.contains(" often of acme: "))
                .toList();
    }

    private void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void start(String schedule, String sinks) throws IOException {
        Files.writeString(folder.resolve("reports.yaml"), """
                api: { url: "%s", token: "{{env:TOKEN}}", response-timeout: 100s }
                organizations: { acme: { id: %s } }
                reports:
                  often:
                    { %s, time-zone: Europe/Helsinki, window: yesterday, metrics: [real-chats, messages-in-real-chats],
                      scopes: [org], granularity: all, sinks: [%s] }
                sinks:
                  archive: { type: file, directory: "%s" }
                  inbox: { type: http, url: "%s/inbox/rows", token: "{{env:INBOX}}", response-timeout: 100s }
                """.formatted(
                simulator.url(), Organizations.ACME.id(), schedule, sinks, folder.resolve("archive"), simulator.url()));
        process = launch("", "start");
    }

    private Process launch(String name, String... command) throws IOException {
        List<String> options = List.of(
                "--config",
                folder.resolve("reports.yaml").toString(),
                "--data",
                folder.resolve("data").toString());
        String[] arguments = Stream.concat(Stream.of(command), options.stream()).toArray(String[]::new);
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(List.of(), arguments));
        builder.environment().put("TOKEN", Organizations.ACME.token());
        builder.environment().put("INBOX", SimulatorSettings.INBOX_TOKEN);
        String prefix = name.isEmpty() ? "" : name + "-";
        return builder.redirectOutput(file(prefix + "out"))
                .redirectError(file(prefix + "err"))
                .start();
    }

    private File file(String stream) {
        return folder.resolve(stream).toFile();
    }

    private List<String> lines(String stream) throws IOException {
        return Files.readAllLines(folder.resolve(stream));
    }
}
