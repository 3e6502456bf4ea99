package com.giosg.chatreports.journey;

import com.giosg.chatreports.cli.ChatReports;
import com.giosg.chatreports.cli.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The whole application in this process, as its command line runs it.
 *
 * @param folder where its configuration stands and everything that it writes
 * @param clock what time it is for the application
 */
record Journey(Path folder, Map<String, String> environment, InstantSource clock) {

    private static final Path HOME = Path.of("").toAbsolutePath();

    /**
     * What a command left behind.
     *
     * @param err what was printed there and what was logged, in the order in which it happened
     */
    record Outcome(int exitCode, String out, String err) {}

    /** Runs a command; retries do not wait, unless the API says how long. */
    Outcome execute(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream usual = System.err;
        try (PrintStream caught = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            System.setErr(caught);
            Surroundings surroundings = new Surroundings(
                    HOME,
                    environment,
                    clock,
                    () -> 0,
                    writer(out),
                    new PrintWriter(caught, true, StandardCharsets.UTF_8),
                    false,
                    false);
            int exitCode = ChatReports.execute(surroundings, arguments);
            return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(usual);
        }
    }

    private static PrintWriter writer(ByteArrayOutputStream bytes) {
        return new PrintWriter(bytes, true, StandardCharsets.UTF_8);
    }

    /** Runs reports of a configuration. */
    Outcome run(String configuration, String... reports) throws IOException {
        Path file = Files.writeString(folder.resolve("reports.yaml"), configuration);
        return execute(Stream.concat(
                        Stream.of(
                                "run",
                                "--config",
                                file.toString(),
                                "--data",
                                folder.resolve("data").toString()),
                        Stream.of(reports))
                .toArray(String[]::new));
    }
}
