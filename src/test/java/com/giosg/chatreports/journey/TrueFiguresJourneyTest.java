package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row that the whole application writes holds what really happened, and no row is missing or too many. */
class TrueFiguresJourneyTest {

    private static final Instant NOW = Instant.parse("2026-11-04T14:20:00Z");
    private static final Organization ACME = Organizations.ACME;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"2026-03-28, 2026-03-30, hour", "2026-10-24, 2026-10-26, hour", "2026-03-23, 2026-04-05, day"})
    void across_both_clock_changes_in_every_scope(String firstDay, String lastDay, String granularity)
            throws Exception {
        compare(new ReportsYaml(folder), Coverage.everything(ACME, firstDay, lastDay, granularity));
    }

    @ParameterizedTest
    @CsvSource({"all", "week", "month"})
    void in_large_buckets_cut_to_the_window(String granularity) throws Exception {
        compare(
                new ReportsYaml(folder),
                Coverage.everything(Organizations.BAKERY, "2026-10-08", "2026-11-03", granularity));
    }

    private void compare(ReportsYaml configuration, Coverage coverage) throws Exception {
        try (Simulator simulator = simulator()) {
            Journey journey = journey(simulator);
            List<ReportRow> expected = new TrueFigures(simulator.world()).rows(coverage, NOW);

            Journey.Outcome outcome =
                    journey.run(configuration.report("figures", coverage).toString(), "figures");

            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.exitCode()).isZero();
            assertThat(Written.rows(journey.delivered("long", ReportsYaml.fileName("figures", coverage, "csv"))))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static Simulator simulator() throws Exception {
        return Simulator.start(SimulatorSettings.defaults().withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    private Journey journey(Simulator simulator) {
        return new Journey(folder, ReportsYaml.environment(simulator.url()), InstantSource.fixed(NOW));
    }
}
