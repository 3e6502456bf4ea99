package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.route.ScriptedApi.Call;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sinks that are away for a while, under an application that is there day and night. */
class SlowDeliveriesTest extends SlowPhaseSupport {

    private static final Reply OUT_OF_ORDER = status(503, Map.of(), "");
    /** Tries of the fast phase. */
    private static final int FAST = 5;

    private static final Reply TAKEN = status(200, Map.of(), "{}");

    @Override
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, metrics: real-chats,"
                + " sinks: [warehouse, archive] }";
    }

    @Override
    String sinks() {
        return """
            warehouse: { type: http, url: "%s/inbox", batch: 1 }
              archive: { type: file, directory: "%s" }""".formatted(api.url(), folder.resolve("archive"));
    }

    @Test
    void areTriedUpToFiveTimesAtOnce() {
        api.answers(FIGURES);
        api.answersAt("/inbox", outOfOrder(FAST - 1, TAKEN));

        Run run = begin();

        assertThat(state(run)).isEqualTo(Run.State.DONE);
        assertThat(inbox().subList(0, FAST))
                .extracting(Call::body)
                .containsOnly(inbox().get(0).body());
    }

    @Test
    void getTheSameBytesUnderTheSameKeyWhenTheyAreBackAndNobodyElseGetsAnything() throws IOException {
        api.answers(FIGURES);
        api.answersAt("/inbox", outOfOrder(FAST + 1, TAKEN));

        Run run = begin();
        assertThat(ledger.run(run.id()).orElseThrow().nextTry()).contains(after(5));
        Object archived = archived();

        lookAt(4);
        assertThat(inbox()).as("before its time").hasSize(FAST);
        lookAt(5);
        assertThat(ledger.run(run.id()).orElseThrow().nextTry()).contains(after(20));
        lookAt(20);

        assertThat(ledger.run(run.id()).orElseThrow().state()).isEqualTo(Run.State.DONE);
        assertThat(inbox())
                .extracting(SlowDeliveriesTest::batch)
                .containsExactly("1", "1", "1", "1", "1", "1", "1", "2");
        assertThat(inbox().subList(0, FAST + 2))
                .extracting(Call::body)
                .containsOnly(inbox().get(0).body());
        assertThat(archived()).isEqualTo(archived);
        assertThat(api.calls()).as("asked once").hasSize(1 + inbox().size());
    }

    @Test
    void batchesWaitInTheirOrder() {
        api.answers(FIGURES);
        api.answersAt("/inbox", TAKEN, OUT_OF_ORDER);

        Run run = begin();

        assertThat(ledger.deliveries(run.id()))
                .extracting(Delivery::state)
                .containsExactly(Delivery.State.CONFIRMED, Delivery.State.WAITING, Delivery.State.CONFIRMED);
        api.answersAt("/inbox", OUT_OF_ORDER);
        run = begin(NOW.plusSeconds(1));
        assertThat(ledger.deliveries(run.id()))
                .filteredOn(delivery -> delivery.sink().equals("warehouse"))
                .hasSize(2)
                .allMatch(delivery -> delivery.nextTry().equals(Optional.of(after(5))))
                .extracting(Delivery::detail)
                .last()
                .isEqualTo("not tried after batch 1 failed");
    }

    @Test
    void areLeftAloneForAsLongAsTheyAsk() {
        api.answers(FIGURES);
        api.answersAt("/inbox", status(429, Map.of("Retry-After", "7200"), ""), TAKEN);

        Run run = begin();

        assertThat(ledger.run(run.id()).orElseThrow().nextTry()).contains(after(120));
    }

    @Test
    void areGivenUpAfterFiveDays() {
        api.answers(FIGURES);
        api.answersAt("/inbox", OUT_OF_ORDER);
        Run run = begin();

        Instant next = NOW;
        while (!state(run).isFinal()) {
            next = ledger.run(run.id()).orElseThrow().nextTry().orElseThrow();
            look(next);
        }

        assertThat(next).isEqualTo(NOW.plus(Duration.ofDays(5)));
        assertThat(inbox()).hasSize(FAST + 64);
        assertThat(state(run)).isEqualTo(Run.State.FAILED);
        assertThat(ledger.deliveries(run.id()).get(0).detail()).contains("the receiver answered 503");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 413, 422, 501})
    void areNotTriedAgainWhereNothingWouldChangeByItself(int status) {
        api.answers(FIGURES);
        api.answersAt("/inbox", status(status, Map.of(), ""));

        assertThat(state(begin())).isEqualTo(Run.State.FAILED);
    }

    @Test
    void areTriedAtOnceWhereSomebodyRetries() {
        api.answers(FIGURES);
        api.answersAt("/inbox", outOfOrder(FAST, TAKEN));
        Run run = begin();

        ledger.retry(run.id());
        lookAt(1);

        assertThat(state(run)).isEqualTo(Run.State.DONE);
    }

    /** Whoever dies after the sink was asked and before the answer was noted. */
    @Test
    void areTriedAtOnceWhereNobodyKnowsWhatBecameOfTheTry() {
        api.answers(FIGURES);
        api.answersAt("/inbox", outOfOrder(FAST, TAKEN));
        Run run = begin();
        Delivery waiting = ledger.deliveries(run.id()).get(0);
        ledger.note(waiting.in(Delivery.State.INTENT, ""));
        ledger.goOn(run.id());

        lookAt(1);

        assertThat(inbox())
                .extracting(SlowDeliveriesTest::batch)
                .hasSize(FAST + 1)
                .containsOnly("1");
        assertThat(ledger.run(run.id()).orElseThrow().nextTry())
                .as("the second batch")
                .contains(after(5));
        lookAt(5);
        assertThat(state(run)).isEqualTo(Run.State.DONE);
    }

    private static Reply[] outOfOrder(int times, Reply then) {
        return Stream.concat(Stream.generate(() -> OUT_OF_ORDER).limit(times), Stream.of(then))
                .toArray(Reply[]::new);
    }

    private List<Call> inbox() {
        return api.calls().stream()
                .filter(call -> call.uri().getPath().equals("/inbox"))
                .toList();
    }

    private static String batch(Call call) {
        return call.headers().getFirst("Idempotency-Key").replaceAll(".*-", "");
    }

    private Object archived() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("archive"))) {
            Path file = files.findFirst().orElseThrow();
            return List.of(file, Files.getLastModifiedTime(file), Files.readAttributes(file, "unix:ino"));
        }
    }
}
