package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.world.Organizations;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever the real API turns out to do where nobody knows it, the figures stay true, or the application says that it
 * cannot know them. Each value of each assumption is tried on days with and without data and on a clock change.
 */
class AssumptionsJourneyTest {

    private static final Instant NOW = Instant.parse("2026-11-04T14:20:00Z");
    private static final String USUAL = "numbers=number";

    /** Days without a single chat among others, a public holiday, two days around a clock change, nothing at all. */
    private static final Map<String, Coverage> REPORTS = Map.of(
            "sparse", Coverage.everything(Organizations.CORNER, "2026-04-29", "2026-05-03", "day"),
            "busy", Coverage.everything(Organizations.BAKERY, "2026-10-24", "2026-10-25", "all"),
            "quiet", Coverage.everything(Organizations.CORNER, "2026-01-01", "2026-01-01", "all"));

    @TempDir
    private Path folder;

    static Stream<String> everyAssumption() {
        Stream<String> others = Arrays.stream(Assumption.values())
                .flatMap(assumption -> assumption.possibleValues().stream()
                        .filter(value -> !value.equals(assumption.defaultValue()))
                        .map(value -> assumption.id() + "=" + value));
        return Stream.concat(Stream.of(USUAL), others);
    }

    @ParameterizedTest
    @MethodSource("everyAssumption")
    void figures_are_true_or_refused(String assumed) throws Exception {
        SimulatorSettings settings = SimulatorSettings.defaults()
                .withClock(Clock.fixed(NOW, ZoneOffset.UTC))
                .withAssumptions(Assumptions.parse(List.of(assumed)));
        try (Simulator simulator = Simulator.start(settings)) {
            ReportsYaml configuration = new ReportsYaml(folder);
            REPORTS.forEach(configuration::report);

            new Journey(folder, ReportsYaml.environment(simulator.url()), InstantSource.fixed(NOW))
                    .run(configuration.toString(), REPORTS.keySet().toArray(String[]::new));

            TrueFigures truth = new TrueFigures(simulator.world(), meaning(assumed));
            REPORTS.forEach((name, coverage) -> assertThat(figures(assumed, written(name, coverage)))
                    .containsExactlyInAnyOrderElementsOf(
                            figures(assumed, refused(assumed, truth.rows(coverage, NOW)))));
        }
    }

    private List<ReportRow> written(String report, Coverage coverage) {
        return Written.rows(folder.resolve("long").resolve(ReportsYaml.fileName(report, coverage, "csv")));
    }

    /** These assumptions change what is true. */
    private static Meaning meaning(String assumed) {
        Meaning usual = Meaning.usual();
        return switch (assumed) {
            case "user-message-counts=own" -> new Meaning(true, usual.partnersToo(), usual.nobodysEvents());
            case "empty-partner=none" -> new Meaning(usual.ownMessages(), false, usual.nobodysEvents());
            case "no-user=absent" -> new Meaning(usual.ownMessages(), usual.partnersToo(), false);
            default -> usual;
        };
    }

    /** What nobody could recognise in an answer of the workflow API, whose shape nobody has published, is a gap. */
    private static List<ReportRow> refused(String assumed, List<ReportRow> truth) {
        Predicate<ReportRow> isRefused =
                switch (assumed) {
                    case "workflow-answer=bare", "workflow-answer=unknown", "empty-partner=refused" -> row -> true;
                    case "numbers=string" -> row -> !row.status().equals("none");
                    case "average-of-nothing=absent", "average-of-nothing=nan" ->
                        row -> row.status().equals("none");
                    default -> row -> false;
                };
        return truth.stream()
                .map(row -> isOfWorkflow(row) && isRefused.test(row) ? row.asGap() : row)
                .toList();
    }

    /**
     * The one assumption that cannot be seen through: 0 for an average over nothing looks like a true average of 0, and
     * is printed as it was answered. Whatever else is in the rows must be true even then.
     */
    private static List<ReportRow> figures(String assumed, List<ReportRow> rows) {
        return assumed.equals("average-of-nothing=zero")
                ? rows.stream()
                        .map(row -> isDoubtful(row) ? row.withoutFigure() : row)
                        .toList()
                : rows;
    }

    private static boolean isDoubtful(ReportRow row) {
        return TrueMetric.of(row.metric()).isAverage() && List.of("", "0").contains(row.value());
    }

    private static boolean isOfWorkflow(ReportRow row) {
        return TrueMetric.of(row.metric()).family() == TrueMetric.Family.WORKFLOW;
    }
}
