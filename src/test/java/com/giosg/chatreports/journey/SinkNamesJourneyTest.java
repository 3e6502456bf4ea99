package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sink is called is the operator's choice, whatever the application has of the same name. */
class SinkNamesJourneyTest {

    private static final Pattern NAME = Pattern.compile("\\b(?:id|name): ([a-z][a-z-]*)$", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @Test
    void a_sink_may_have_the_name_of_any_route_kamelet_or_variable() throws Exception {
        List<String> names = namesInRoutes();
        assertThat(names).contains("run-report", "sink", "file-sink");

        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults())) {
            Journey.Outcome outcome = new Journey(
                            folder, ReportsYaml.environment(simulator.url()), InstantSource.system())
                    .run(configuration(names), "daily");

            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.exitCode()).isZero();
            assertThat(names)
                    .allSatisfy(name ->
                            assertThat(folder.resolve("out").resolve(name)).isNotEmptyDirectory());
        }
    }

    private static List<String> namesInRoutes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            return files.filter(Files::isRegularFile)
                    .flatMap(file -> NAME.matcher(read(file)).results())
                    .map(found -> found.group(1))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String configuration(List<String> names) {
        String sinks = names.stream()
                .map(name -> "  %1$s: { type: file, directory: \"%2$s/out/%1$s\" }".formatted(name, folder))
                .collect(Collectors.joining("\n"));
        return """
                api: { url: "{{env:API_URL}}", token: "{{env:ACME_DEMO_TOKEN}}", directory-url: "{{env:API_URL}}" }
                organizations: { acme: { id: %s } }
                reports: { daily: { window: yesterday, time-zone: UTC, metrics: real-chats, sinks: [%s] } }
                sinks:
                %s
                """.formatted(Organizations.ACME.id(), String.join(", ", names), sinks);
    }
}
