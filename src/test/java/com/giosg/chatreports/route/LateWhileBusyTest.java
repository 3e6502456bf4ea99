package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.request.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An API that asks for a longer pause than the reports have: whoever waited for it would be late. */
class LateWhileBusyTest extends SlowPhaseSupport {

    /** One question after the other. */
    @Override
    String api() {
        return ", concurrency: 1";
    }

    @Override
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, late-after: 1m,"
                + " metrics: [real-chats, short-chats], sinks: out }";
    }

    @Test
    void theReportGoesOutMarkedAndNobodyElseOfTheTokenAsks() throws IOException {
        api.answers(FIGURES, status(429, Map.of("Retry-After", "120"), ""));
        List<Run> runs = IntStream.range(0, 4)
                .mapToObj(second -> plannedRun(NOW.minus(Duration.ofSeconds(second))))
                .toList();

        lookAt(0);

        assertThat(api.calls()).as("one answer, one refusal").hasSize(2);
        assertThat(runs).extracting(this::state).containsOnlyOnce(Run.State.DONE_WITH_GAPS);
        assertThat(runs).extracting(this::state).containsOnly(Run.State.DONE_WITH_GAPS, Run.State.FAILED);
        assertThat(runs)
                .flatExtracting(this::gaps)
                .hasSize(4 * 2 - 1)
                .allMatch(gap -> gap.kind() == FailureKind.BUSY)
                .filteredOn(gap -> gap.cause().startsWith("not asked: the API asked for a pause until"))
                .hasSize(4 * 2 - 2)
                .allMatch(gap -> gap.tries() == 0);
        assertThat(Files.readString(delivered().get(0))).contains(",gap");
    }

    private List<Gap> gaps(Run run) {
        return ledger.requests(run.id()).stream()
                .map(RequestEntry::gap)
                .flatMap(gap -> gap.stream())
                .toList();
    }

    private List<Path> delivered() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.toList();
        }
    }
}
