package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organizations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFilesCheckTest {

    @TempDir
    private Path folder;

    @Test
    void accepts_what_the_reports_of_the_demo_write_and_nothing_else() throws Exception {
        runReportsOfTheDemo();
        Path out = folder.resolve("out");
        assertThat(new DemoFilesCheck(out).problems()).isEmpty();

        Path rows = onlyFile(out.resolve("rows"));
        String right = Files.readString(rows);
        Files.writeString(rows, right.replaceFirst(",ok\r\n", ",none\r\n"));
        assertThat(new DemoFilesCheck(out).problems()).containsExactly(rows + ": the figures are not true");

        Files.writeString(rows, right.replaceFirst("metric", "figure"));
        assertThat(new DemoFilesCheck(out).problems())
                .singleElement()
                .asString()
                .startsWith(rows + ": cannot be read: the columns are");

        Files.delete(rows);
        assertThat(new DemoFilesCheck(out).problems())
                .containsExactly("rows of nightly-export: expected one file nightly-export-acme-*.csv, found []");
    }

    private static Path onlyFile(Path folder) throws Exception {
        List<Path> files = Canary.files(folder);
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    /** As the demo runs them, but into a folder of the test's own. */
    private void runReportsOfTheDemo() throws Exception {
        String configuration = Files.readString(Path.of("config", "demo.yaml"))
                .replaceAll("(directory|outbox): out/", "$1: " + folder + "/out/");
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults())) {
            Map<String, String> environment = Map.of(
                    "SIMULATOR_URL", simulator.url().toString(),
                    "SIMULATOR_TOKEN", Organizations.ACME.token(),
                    "SIMULATOR_ORGANIZATION", Organizations.ACME.id(),
                    "SIMULATOR_INBOX_TOKEN", SimulatorSettings.INBOX_TOKEN);

            Journey.Outcome outcome = new Journey(folder, environment, InstantSource.system())
                    .run(configuration, "weekly-teams", "nightly-export", "monthly-organization");

            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.exitCode()).isZero();
        }
    }
}
