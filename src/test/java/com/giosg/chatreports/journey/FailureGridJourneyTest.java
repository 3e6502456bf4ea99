package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.fault.Fault;
import com.giosg.chatreports.simulator.http.JournalEntry;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every status and every body that is no answer, with each of the 13 metrics. A report holds a metric that is hit and one
 * that is not; the first becomes gaps, never zeros, and the second stays true. A new fault is a new line in {@code
 * failures/answers.txt}.
 */
class FailureGridJourneyTest {

    private static final Instant NOW = Instant.parse("2026-11-04T14:20:00Z");
    private static final Path CASES = Path.of("src/test/resources/failures/answers.txt");
    private static final Organization ACME = Organizations.ACME;

    /** What tells the questions that are hit from all others: metrics of chats are asked about one day, others about the next. */
    private static final List<String> HIT = List.of(
            "path=/chat_sessions,contains=2026-10-29,",
            "path=/events/,contains=2026-10-30,",
            "path=/workflow/,contains=2026-10-30,");

    private static final Pattern REPEATED = Pattern.compile("\\(([^()]+)\\)x(\\d+)");

    @TempDir
    private Path folder;

    private record Case(String answer, int tries, String kind, String cause) {

        static Case of(String line) {
            List<String> cells =
                    Stream.of(line.split("\\|", 4)).map(String::strip).toList();
            return new Case(cells.get(0), Integer.parseInt(cells.get(1)), cells.get(2), cells.get(3));
        }

        /** The part of a cell that is about a metric. */
        static String of(String cell, TrueMetric metric) {
            List<String> parts = List.of(cell.split(" / ", 2));
            return parts.get(metric.family() == TrueMetric.Family.WORKFLOW ? parts.size() - 1 : 0);
        }

        Stream<Fault> faults() {
            String written = REPEATED.matcher(answer)
                    .replaceAll(match -> match.group(1).repeat(Integer.parseInt(match.group(2))));
            return written.startsWith("sends ")
                    ? HIT.stream().map(hit -> Fault.parse(hit + "chunked", written.substring("sends ".length())))
                    : HIT.stream().map(hit -> Fault.parse(hit + written));
        }
    }

    /** A run of the reports of all metrics, a report each, called as the metric. */
    private record Grid(Simulator simulator, Path own, Journey.Outcome outcome) {

        List<ReportRow> rows(TrueMetric metric) {
            return Written.rows(
                    own.resolve("long").resolve(ReportsYaml.fileName(metric.id(), coverage(metric), "csv")));
        }

        List<ReportRow> truth(TrueMetric metric) {
            return new TrueFigures(simulator.world()).rows(coverage(metric), NOW);
        }

        /** How often each question was asked, by the simulator's own journal. */
        List<Long> tries(TrueMetric.Family family) {
            return simulator.journal().entries().stream()
                    .filter(entry -> isHit(family, entry))
                    .collect(Collectors.groupingBy(JournalEntry::body, Collectors.counting()))
                    .values()
                    .stream()
                    .toList();
        }

        private static boolean isHit(TrueMetric.Family family, JournalEntry entry) {
            return switch (family) {
                case CHATS ->
                    entry.path().contains("/chat_sessions") && entry.body().contains("2026-10-29");
                case EVENTS -> entry.path().contains("/events/") && entry.body().contains("2026-10-30");
                case WORKFLOW -> entry.path().contains("/workflow/");
            };
        }
    }

    @Test
    void withoutAFaultAllFiguresAreTrue() throws Exception {
        try (Simulator simulator = simulator()) {
            Grid grid = run(simulator);

            assertThat(grid.outcome().exitCode()).as(grid.outcome().err()).isZero();
            for (TrueMetric metric : TrueMetric.values()) {
                assertThat(grid.rows(metric)).containsExactlyInAnyOrderElementsOf(grid.truth(metric));
            }
            for (TrueMetric.Family family : TrueMetric.Family.values()) {
                assertThat(grid.tries(family)).hasSize(metricsOf(family)).containsOnly(1L);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> leavesAGapAndSaysWhyWhicheverMetricIsHit() throws IOException {
        return firstOfEachKind().stream().map(this::test);
    }

    @Tag("chaos")
    @TestFactory
    Stream<DynamicTest> soDoAllOtherFaults() throws IOException {
        List<Case> others = cases();
        others.removeAll(firstOfEachKind());
        return others.stream().map(this::test);
    }

    private static List<Case> firstOfEachKind() throws IOException {
        Set<String> kinds = new HashSet<>();
        return cases().stream().filter(failure -> kinds.add(failure.kind())).toList();
    }

    private static List<Case> cases() throws IOException {
        return Files.readAllLines(CASES).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Case::of)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private DynamicTest test(Case failure) {
        return dynamicTest(failure.answer(), () -> check(failure));
    }

    private void check(Case failure) throws Exception {
        try (Simulator simulator = simulator()) {
            failure.faults().forEach(simulator.faults()::add);

            Grid grid = run(simulator);

            assertThat(grid.outcome().exitCode()).as(grid.outcome().err()).isEqualTo(3);
            Map<String, JsonNode> runs = Written.json(grid.outcome().out())
                    .valueStream()
                    .collect(Collectors.toMap(run -> run.get("report").asText(), run -> run));
            for (TrueMetric metric : TrueMetric.values()) {
                assertGap(runs.get(metric.id()).get("gaps"), metric, failure);
                assertThat(grid.rows(metric))
                        .as(metric.id())
                        .containsExactlyInAnyOrderElementsOf(grid.truth(metric).stream()
                                .map(row -> row.metric().equals(metric.id()) ? row.asGap() : row)
                                .toList());
            }
            for (TrueMetric.Family family : TrueMetric.Family.values()) {
                assertThat(grid.tries(family))
                        .as("tries of %s", family)
                        .hasSize(metricsOf(family))
                        .containsOnly((long) failure.tries());
            }
            Canary.assertNowhere(ACME.token(), grid.outcome(), grid.own());
        }
    }

    private static void assertGap(JsonNode gaps, TrueMetric metric, Case failure) {
        assertThat(gaps).as("gaps of %s", metric.id()).hasSize(1);
        JsonNode gap = gaps.get(0);
        assertThat(gap.get("request").asText()).endsWith("-" + metric.id() + "-org");
        assertThat(gap.get("kind").asText()).as("%s: %s", metric.id(), gap).isEqualTo(Case.of(failure.kind(), metric));
        assertThat(gap.get("cause").asText()).as(metric.id()).contains(Case.of(failure.cause(), metric));
        assertThat(gap.get("tries").asInt()).as(metric.id()).isEqualTo(failure.tries());
    }

    private Grid run(Simulator simulator) throws IOException {
        Path own = Files.createTempDirectory(folder, "case");
        // One at a time: whoever is refused is so after the other metric of its report was answered.
        ReportsYaml configuration = new ReportsYaml(own).api("concurrency: 1").api("max-answer: 64KiB");
        for (TrueMetric metric : TrueMetric.values()) {
            configuration.report(metric.id(), coverage(metric));
        }
        String[] arguments = Stream.concat(
                        Stream.of("--json"), TrueMetric.all().stream().map(TrueMetric::id))
                .toArray(String[]::new);
        Journey.Outcome outcome = new Journey(own, ReportsYaml.environment(simulator.url()), InstantSource.fixed(NOW))
                .run(configuration.toString(), arguments);
        return new Grid(simulator, own, outcome);
    }

    private static Coverage coverage(TrueMetric metric) {
        boolean chats = metric.family() == TrueMetric.Family.CHATS;
        String day = chats ? "2026-10-29" : "2026-10-30";
        TrueMetric other = chats ? TrueMetric.CHAT_INVITATIONS : TrueMetric.REAL_CHATS;
        return Coverage.everything(ACME, day, day, "day").of(List.of(other, metric), List.of("org"));
    }

    private static int metricsOf(TrueMetric.Family family) {
        return (int) TrueMetric.all().stream()
                .filter(metric -> metric.family() == family)
                .count();
    }

    private static Simulator simulator() throws IOException {
        return Simulator.start(SimulatorSettings.defaults().withClock(Clock.fixed(NOW, ZoneOffset.UTC)));
    }
}
