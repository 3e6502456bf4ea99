package com.giosg.chatreports.journey;

import com.giosg.chatreports.cli.JavaCommand;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organizations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;

/** The application in processes of its own, in a folder. */
abstract class ProcessJourney extends SimulatedJourney {

    static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Nothing of it falls due while the test lasts, and nothing was missed. */
    static final String SELDOM = "every: 1d";

    static final String AT_ONCE = "every: 1s";

    Process process;

    /** More sections of the configuration. */
    String sections = "";

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    /** A database server that can be stopped, and another one with the same tables on the same port. */
    EmbeddedPostgres database(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("database"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    long asked() {
        return simulator.journal().entries("chat_sessions").size();
    }

    Object identity() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("archive"))) {
            BasicFileAttributes attributes =
                    Files.readAttributes(files.findFirst().orElseThrow(), BasicFileAttributes.class);
            return List.of(attributes.fileKey(), attributes.lastModifiedTime());
        }
    }

    long files(String below, String ending) throws IOException {
        if (!Files.exists(folder.resolve(below))) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder.resolve(below))) {
            return files.filter(file -> file.toString().endsWith(ending)).count();
        }
    }

    List<String> done() throws IOException {
        return lines("out").stream()
                .filter(line -> line.contains(" often of acme: "))
                .toList();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void start(String schedule, String sinks) throws IOException {
        configure(schedule, sinks);
        process = launch("", "start");
    }

    /** The report "often". */
    void configure(String schedule, String sinks) throws IOException {
        Files.writeString(
                folder.resolve("reports.yaml"),
                """
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
                                        simulator.url(),
                                        Organizations.ACME.id(),
                                        schedule,
                                        sinks,
                                        folder.resolve("archive"),
                                        simulator.url())
                        + sections);
    }

    /** A process whose outputs are files that begin with its name. */
    Process launch(String name, String... command) throws IOException {
        return launchWithData("data", name, command);
    }

    Process launchWithData(String data, String name, String... command) throws IOException {
        List<String> options = List.of(
                "--config",
                folder.resolve("reports.yaml").toString(),
                "--data",
                folder.resolve(data).toString());
        String[] arguments = Stream.concat(Stream.of(command), options.stream()).toArray(String[]::new);
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(List.of(), arguments));
        builder.environment().put("TOKEN", Organizations.ACME.token());
        builder.environment().put("INBOX", SimulatorSettings.INBOX_TOKEN);
        String prefix = name.isEmpty() ? "" : name + "-";
        return builder.redirectOutput(file(prefix + "out"))
                .redirectError(file(prefix + "err"))
                .start();
    }

    File file(String stream) {
        return folder.resolve(stream).toFile();
    }

    List<String> lines(String stream) throws IOException {
        return Files.readAllLines(folder.resolve(stream));
    }
}
