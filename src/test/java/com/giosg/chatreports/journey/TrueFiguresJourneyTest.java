package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import com.giosg.chatreports.simulator.world.Room;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row that the whole application writes holds what really happened, and no row is missing or too many. */
class TrueFiguresJourneyTest {

    private static final Instant NOW = Instant.parse("2026-11-04T14:20:00Z");
    private static final Organization ACME = Organizations.ACME;
    private static final Organization BAKERY = Organizations.BAKERY;

    @TempDir
    private Path folder;

    private SimulatorSettings settings = SimulatorSettings.defaults().withClock(Clock.fixed(NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @CsvSource({
        "2026-03-28, 2026-03-30, hour",
        "2026-10-24, 2026-10-26, hour",
        "2026-03-23, 2026-04-05, day",
        "2026-10-19, 2026-11-01, day"
    })
    void across_both_clock_changes_in_every_scope(String firstDay, String lastDay, String granularity)
            throws Exception {
        compare(Coverage.everything(ACME, firstDay, lastDay, granularity));
    }

    @ParameterizedTest
    @CsvSource({"all", "week", "month"})
    void in_large_buckets_cut_to_the_window(String granularity) throws Exception {
        compare(Coverage.everything(BAKERY, "2026-10-08", "2026-11-03", granularity));
    }

    @Test
    void near_now_where_figures_are_provisional_and_the_future_has_none() throws Exception {
        compare(Coverage.everything(ACME, "2026-11-03", "2026-11-04", "hour"));
    }

    @Test
    void in_a_zone_that_is_not_the_organizations_own() throws Exception {
        compare(Coverage.everything(BAKERY, "2026-03-28", "2026-03-30", "day").in(ZoneId.of("Asia/Kathmandu")));
    }

    @Test
    void of_some_rooms_only() throws Exception {
        List<TrueMetric> ofRooms = TrueMetric.all().stream()
                .filter(metric -> metric.family() == TrueMetric.Family.CHATS)
                .toList();
        List<String> two = ACME.rooms().stream().map(Room::id).skip(1).toList();
        Coverage coverage = Coverage.everything(ACME, "2026-10-12", "2026-10-14", "day")
                .of(ofRooms, List.of("org", "team", "user"));

        compare(coverage.narrowedTo(two));
        compare(coverage.narrowedTo(two.subList(0, 1)));
    }

    /** The workflow API is asked for each bucket and always answers, so it is left out here. */
    @Test
    void without_filling_only_where_something_happened() throws Exception {
        List<TrueMetric> sparse = TrueMetric.all().stream()
                .filter(metric -> metric.family() != TrueMetric.Family.WORKFLOW)
                .toList();
        settings = settings.withAssumptions(Assumptions.defaults().with(Assumption.EMPTY_BUCKETS, "absent"));

        compare(Coverage.everything(Organizations.CORNER, "2026-04-27", "2026-05-04", "day")
                .of(sparse, List.of("org", "team", "user"))
                .withoutFilling());
    }

    @Test
    void of_several_organizations_each_with_its_own_token_and_zone() throws Exception {
        List<Coverage> coverages = Organizations.all().stream()
                .map(organization -> Coverage.everything(organization, "2026-10-24", "2026-10-26", "day"))
                .toList();
        try (Simulator simulator = Simulator.start(settings)) {
            Journey journey = journey(simulator);
            String configuration = new ReportsYaml(folder)
                    .withOwnZones()
                    .report("figures", coverages.get(0), Organizations.all(), List.of("long"))
                    .toString();

            assertSuccess(journey.run(configuration, "figures"));

            for (Coverage coverage : coverages) {
                assertThat(Written.rows(file("long", coverage, "csv")))
                        .containsExactlyInAnyOrderElementsOf(truth(simulator, coverage));
            }
        }
    }

    @Test
    void the_same_in_every_format_and_layout() throws Exception {
        Coverage coverage = Coverage.everything(ACME, "2026-10-24", "2026-10-26", "day");
        try (Simulator simulator = Simulator.start(settings)) {
            String configuration = new ReportsYaml(folder)
                    .report("figures", coverage, List.of(ACME), ReportsYaml.SINKS)
                    .toString();

            assertSuccess(journey(simulator).run(configuration, "figures"));

            List<ReportRow> written = Written.rows(file("long", coverage, "csv"));
            assertThat(written).containsExactlyInAnyOrderElementsOf(truth(simulator, coverage));
            assertThat(Written.rows(file("json", coverage, "json"))).isEqualTo(written);
            assertThat(Written.rows(file("ndjson", coverage, "ndjson"))).isEqualTo(written);
            assertThat(Written.table(file("wide", coverage, "csv")))
                    .extracting(line -> WideRows.normal(line, TrueMetric.all()))
                    .containsExactlyInAnyOrderElementsOf(WideRows.of(written, TrueMetric.all()));
        }
    }

    private void compare(Coverage coverage) throws Exception {
        try (Simulator simulator = Simulator.start(settings)) {
            String configuration =
                    new ReportsYaml(folder).report("figures", coverage).toString();

            assertSuccess(journey(simulator).run(configuration, "figures"));

            List<ReportRow> written = Written.rows(file("long", coverage, "csv"));
            List<ReportRow> truth = truth(simulator, coverage);
            assertThat(written).containsExactlyInAnyOrderElementsOf(truth);
            assertThat(questions(written)).isEqualTo(questions(truth));
        }
    }

    /** Metrics and scopes in the order of the rows. */
    private static List<String> questions(List<ReportRow> rows) {
        return rows.stream()
                .map(row -> row.metric() + " by " + row.scope())
                .distinct()
                .toList();
    }

    private static void assertSuccess(Journey.Outcome outcome) {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
    }

    private static List<ReportRow> truth(Simulator simulator, Coverage coverage) {
        return new TrueFigures(simulator.world()).rows(coverage, NOW);
    }

    private Journey journey(Simulator simulator) {
        return new Journey(folder, ReportsYaml.environment(simulator.url()), InstantSource.fixed(NOW));
    }

    private Path file(String sink, Coverage coverage, String format) {
        return folder.resolve(sink).resolve(ReportsYaml.fileName("figures", coverage, format));
    }
}
