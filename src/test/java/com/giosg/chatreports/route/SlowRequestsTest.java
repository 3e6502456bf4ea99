package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An API that is away for a while, under an application that is there day and night. */
class SlowRequestsTest extends SlowPhaseSupport {

    private static final Reply OUT_OF_ORDER = status(500, Map.of(), "");

    /** One question after the other. */
    @Override
    String api() {
        return ", concurrency: 1";
    }

    @Override
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki,"
                + " metrics: [real-chats, short-chats], sinks: out }";
    }

    /** The second question fails five times at once, and is then left alone for minutes. */
    @Test
    void isAskedAgainForWhatItDidNotAnswer() throws IOException {
        api.answers(FIGURES, OUT_OF_ORDER, OUT_OF_ORDER, OUT_OF_ORDER, OUT_OF_ORDER, OUT_OF_ORDER, FIGURES);

        Run run = begin();

        assertThat(ledger.run(run.id()).orElseThrow().nextTry()).contains(after(5));
        assertThat(delivered()).as("nothing goes out half").isEmpty();
        lookAt(4);
        assertThat(api.calls()).hasSize(6);
        lookAt(5);
        assertThat(api.calls()).hasSize(7);
        assertThat(state(run)).isEqualTo(Run.State.DONE);
        assertThat(delivered()).hasSize(1);
    }

    @Test
    void isGivenUpWhenTheReportIsLateAndTheReportGoesOutMarked() throws IOException {
        api.answers(FIGURES, OUT_OF_ORDER);
        Run run = begin();

        lookAt(5);
        assertThat(ledger.run(run.id()).orElseThrow().nextTry()).contains(after(20));
        lookAt(20);
        assertThat(ledger.run(run.id()).orElseThrow().nextTry())
                .as("late-after is half an hour")
                .contains(after(30));
        assertThat(delivered()).isEmpty();
        lookAt(30);

        assertThat(state(run)).isEqualTo(Run.State.DONE_WITH_GAPS);
        assertThat(gaps(run)).containsExactly(new Gap(FailureKind.SERVER_ERROR, "the API answered 500", 20));
        assertThat(Files.readString(delivered().get(0))).contains(",gap");
        assertThat(api.calls()).hasSize(1 + 4 * 5);
    }

    @Test
    void isNotAskedAgainWhereNothingWouldChangeByItself() {
        api.answers(FIGURES, status(400, Map.of(), ""));

        assertThat(state(begin())).isEqualTo(Run.State.DONE_WITH_GAPS);
        assertThat(api.calls()).hasSize(2);
    }

    /** What will not be had is a gap at once; the report waits for the rest. */
    @Test
    void holdsTheReportBackForWhatMayStillBeHad() throws IOException {
        api.answers(
                status(400, Map.of(), ""),
                OUT_OF_ORDER,
                OUT_OF_ORDER,
                OUT_OF_ORDER,
                OUT_OF_ORDER,
                OUT_OF_ORDER,
                FIGURES);

        Run run = begin();

        assertThat(gaps(run)).extracting(Gap::kind).containsExactly(FailureKind.REJECTED);
        assertThat(delivered()).isEmpty();
        lookAt(5);
        assertThat(state(run)).isEqualTo(Run.State.DONE_WITH_GAPS);
        assertThat(gaps(run)).hasSize(1);
        assertThat(delivered()).hasSize(1);
    }

    @Test
    void hasAsMuchTimeWhereTheReportBeginsLate() {
        api.answers(FIGURES, OUT_OF_ORDER);

        Run run = begin(NOW.minus(Duration.ofDays(2)));

        assertThat(ledger.run(run.id()).orElseThrow().nextTry()).contains(after(5));
    }

    @Test
    void isAskedAtOnceWhereSomebodyRetries() {
        api.answers(FIGURES, OUT_OF_ORDER, OUT_OF_ORDER, OUT_OF_ORDER, OUT_OF_ORDER, OUT_OF_ORDER, FIGURES);
        Run run = begin();

        ledger.retry(run.id());
        lookAt(1);

        assertThat(state(run)).isEqualTo(Run.State.DONE);
        assertThat(api.calls()).hasSize(7);
    }

    private List<Gap> gaps(Run run) {
        return ledger.requests(run.id()).stream()
                .map(RequestEntry::gap)
                .flatMap(gap -> gap.stream())
                .toList();
    }

    private List<Path> delivered() throws IOException {
        if (!Files.exists(folder.resolve("out"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            return files.toList();
        }
    }
}
