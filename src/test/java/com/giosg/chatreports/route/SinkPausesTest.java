package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.request.SlowPhase;
import com.giosg.chatreports.route.ScriptedApi.Call;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Deliveries that wait for one sink which says when it wants to hear again: what its own journal says. */
class SinkPausesTest extends SlowPhaseSupport {

    private static final int RUNS = 3;
    private static final Reply TAKEN = status(200, Map.of(), "{}");

    @RegisterExtension
    final LogOf log = new LogOf(Deliveries.class);

    @Override
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, metrics: real-chats,"
                + " sinks: [warehouse, other] }";
    }

    @Override
    String sinks() {
        return """
            warehouse: { type: http, url: "%1$s/inbox" }
              other: { type: http, url: "%1$s/other" }""".formatted(api.url());
    }

    @Test
    void isCalledOnceAndThenNotBeforeItWantsToHearAgain() {
        List<Run> runs = beginAll(busyFor(300), TAKEN);

        assertThat(calls("/inbox")).hasSize(1);
        assertThat(calls("/other")).as("nobody else's business").hasSize(RUNS);
        lookAt(4);
        assertThat(calls("/inbox")).hasSize(1);

        lookAt(5);

        assertThat(runs).allMatch(run -> state(run) == Run.State.DONE);
        assertThat(calls("/inbox").stream().skip(1).map(call -> call.headers().getFirst("Idempotency-Key")))
                .hasSize(RUNS)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoeverIsNotTriedMeanwhileSaysWhyAndHasNotUsedUpATry() {
        List<Run> runs = beginAll(busyFor(600), TAKEN);

        assertThat(waiting(runs))
                .filteredOn(delivery -> delivery.detail().startsWith("not tried: the receiver asked to be left alone"))
                .hasSize(RUNS - 1)
                .extracting(
                        delivery -> delivery.slowPhase().map(SlowPhase::tries).orElseThrow())
                .containsOnly(0);
        assertThat(waiting(runs))
                .allMatch(delivery -> delivery.nextTry().orElseThrow().equals(after(10)));
    }

    /** By mistake, most likely. The one that was told so waits for that long. */
    @Test
    void holdsUpNobodyElseForLongerThanAQuarterOfAnHour() {
        List<Run> runs = beginAll(busyFor(3 * 24 * 3600), TAKEN);

        assertThat(waiting(runs))
                .extracting(Delivery::detail)
                .filteredOn(detail -> detail.startsWith("not tried"))
                .hasSize(RUNS - 1)
                .containsOnly("not tried: the receiver asked to be left alone until " + Breakers.print(after(15)));
        lookAt(14);
        assertThat(calls("/inbox")).hasSize(1);
        lookAt(15);

        assertThat(runs).filteredOn(run -> state(run) == Run.State.DONE).hasSize(RUNS - 1);
        lookAt(3 * 24 * 60);
        assertThat(runs).allMatch(run -> state(run) == Run.State.DONE);
    }

    /** The one that was refused is tried again within seconds. The clock stands still, so that the pause is not over by itself. */
    @Test
    void isCalledByEverybodyOnceItTookSomething() {
        List<Run> runs = beginAll(busyFor(1), TAKEN);

        assertThat(runs).allMatch(run -> state(run) == Run.State.DONE);
        assertThat(calls("/inbox")).hasSize(1 + RUNS);
    }

    @Test
    void nobodyIsSentToItWhileItWantsToBeLeftAlone() {
        beginAll(busyFor(600), TAKEN);

        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("sink warehouse: the receiver answered 429")
                .matches(".*Next: nothing; it is tried again at \\S+");
    }

    /** As long as that is not for everybody. */
    @Test
    void whoIsToWaitForLongerThanOthersMayBeRetriedByHand() {
        beginAll(busyFor(3 * 24 * 3600), TAKEN);

        assertThat(log.lines()).singleElement().asString().contains(", sooner with: chat-reports retry r");
    }

    private static Reply busyFor(int seconds) {
        return status(429, Map.of("Retry-After", String.valueOf(seconds)), "");
    }

    private List<Run> beginAll(Reply... inbox) {
        api.answers(FIGURES);
        api.answersAt("/other", TAKEN);
        api.answersAt("/inbox", inbox);
        List<Run> runs = IntStream.range(0, RUNS)
                .mapToObj(second -> plannedRun(NOW.minusSeconds(second)))
                .toList();
        lookAt(0);
        return runs;
    }

    private List<Delivery> waiting(List<Run> runs) {
        return runs.stream()
                .flatMap(run -> ledger.deliveries(run.id()).stream())
                .filter(delivery -> delivery.state() == Delivery.State.WAITING)
                .toList();
    }

    private List<Call> calls(String path) {
        return api.calls().stream()
                .filter(call -> call.uri().getPath().equals(path))
                .toList();
    }
}
