package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * One of three requests fails in each way that is known. Its figures become gaps, never zeros, and the operator reads
 * why and what to do; the other figures stay true. A new way is a new line in {@code failures/requests.txt}.
 */
class FailureCasesJourneyTest {

    private static final Instant NOW = Instant.parse("2026-11-04T14:20:00Z");
    private static final Path CASES = Path.of("src/test/resources/failures/requests.txt");
    private static final Organization ACME = Organizations.ACME;
    private static final Coverage COVERAGE = Coverage.everything(ACME, "2026-10-29", "2026-10-30", "day")
            .of(List.of(TrueMetric.REAL_CHATS, TrueMetric.CHAT_INVITATIONS), List.of("org", "team"));

    @TempDir
    private Path folder;

    private record Case(String fault, int tries, String said) {

        static Case of(String line) {
            List<String> cells = List.of(line.split("\\|", 3));
            return new Case(
                    cells.get(0).strip(),
                    Integer.parseInt(cells.get(1).strip()),
                    cells.get(2).strip());
        }

        boolean isSlow() {
            return fault.startsWith("delay=") || fault.startsWith("drip=");
        }

        boolean endsWell() {
            return said.isEmpty();
        }
    }

    @TestFactory
    Stream<DynamicTest> leavesGapsAndSaysWhy() throws IOException {
        return Files.readAllLines(CASES).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Case::of)
                .map(failure -> dynamicTest(failure.fault(), () -> check(failure)));
    }

    private void check(Case failure) throws Exception {
        Path own = Files.createTempDirectory(folder, "case");
        SimulatorSettings settings = SimulatorSettings.defaults().withClock(Clock.fixed(NOW, ZoneOffset.UTC));
        try (Simulator simulator = Simulator.start(settings)) {
            simulator.faults().add("path=chat_sessions,contains=\"org\"," + failure.fault());
            ReportsYaml configuration = new ReportsYaml(own).report("failing", COVERAGE);
            if (failure.isSlow()) {
                configuration.api("response-timeout: 500ms").api("total-timeout: 600ms");
            }

            Journey.Outcome outcome = new Journey(
                            own, ReportsYaml.environment(simulator.url()), InstantSource.fixed(NOW))
                    .run(configuration.toString(), "failing");

            assertSaid(outcome, failure);
            assertThat(tries(simulator)).isEqualTo(failure.tries());
            assertThat(Written.rows(own.resolve("long").resolve(ReportsYaml.fileName("failing", COVERAGE, "csv"))))
                    .containsExactlyInAnyOrderElementsOf(expected(simulator, failure));
            Canary.assertNowhere(ACME.token(), outcome, own);
        }
    }

    private static void assertSaid(Journey.Outcome outcome, Case failure) {
        assertThat(outcome.exitCode()).isEqualTo(failure.endsWell() ? 0 : 3);
        if (failure.endsWell()) {
            assertThat(outcome.err()).isEmpty();
        } else {
            assertThat(outcome.err())
                    .startsWith("failing of acme: 1 of 3 requests failed (")
                    .contains(failure.said(), ". Next: ")
                    .hasLineCount(1);
        }
    }

    private static long tries(Simulator simulator) {
        return simulator.journal().entries("chat_sessions").stream()
                .filter(entry -> entry.body().contains("\"org\""))
                .count();
    }

    private static List<ReportRow> expected(Simulator simulator, Case failure) {
        return new TrueFigures(simulator.world())
                .rows(COVERAGE, NOW).stream()
                        .map(row -> isHit(row) && !failure.endsWell() ? row.asGap() : row)
                        .toList();
    }

    private static boolean isHit(ReportRow row) {
        return row.metric().equals("real-chats") && row.scope().equals("org");
    }
}
