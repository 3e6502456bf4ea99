package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.route.ScriptedApi.Call;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import com.giosg.chatreports.row.SealedFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** Many deliveries that wait for one sink which is away: what its own journal says. */
class SinkBreakerTest extends SlowPhaseSupport {

    private static final int RUNS = 30;
    private static final Reply OUT_OF_ORDER = status(503, Map.of(), "");
    private static final Reply TAKEN = status(200, Map.of(), "{}");

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
    void aDeadSinkIsCalledTenTimesAndThenOnceAMinuteAtMost() {
        List<Run> runs = beginAll(OUT_OF_ORDER);

        assertThat(inbox()).hasSize(10);
        assertThat(calls("/other")).as("nobody else's business").hasSize(RUNS);
        waiting(runs).allMatch(delivery -> delivery.nextTry().isPresent());
        waiting(runs)
                .filteredOn(delivery -> delivery.detail().startsWith("not tried: the last 10 calls failed"))
                .hasSize(RUNS - 2)
                .allMatch(delivery -> delivery.nextTry().orElseThrow().equals(after(1)));

        lookAt(1);
        assertThat(inbox()).as("one finds out").hasSize(11);
        lookAt(5);
        assertThat(inbox()).as("those that were tried first").hasSize(12);
        lookAt(6);
        assertThat(inbox()).hasSize(13);
    }

    @Test
    void everythingArrivesOnceItIsBack() {
        List<Run> runs = beginAll(OUT_OF_ORDER);

        api.answersAt("/inbox", TAKEN);
        lookAt(1);
        lookAt(5);

        assertThat(runs).allMatch(run -> state(run) == Run.State.DONE);
        assertThat(inbox().stream().skip(10).map(SinkBreakerTest::key))
                .hasSize(RUNS)
                .doesNotHaveDuplicates();
    }

    /** They would have waited as long without: 5, 15, 30 minutes from try to try. */
    @Test
    void nothingWaitsLongerThanIfItWereTried() {
        List<Run> runs = beginAll(OUT_OF_ORDER);
        for (int minute : new int[] {1, 5, 6, 20, 21}) {
            lookAt(minute);
        }
        waiting(runs).extracting(delivery -> delivery.nextTry().orElseThrow()).containsOnly(after(50), after(51));

        api.answersAt("/inbox", TAKEN);
        lookAt(50);
        lookAt(51);

        assertThat(runs).allMatch(run -> state(run) == Run.State.DONE);
    }

    @Test
    void whatIsWrongWithOneDeliveryAloneIsNoReason() {
        List<Run> runs = beginAll(status(400, Map.of(), ""));

        assertThat(inbox()).hasSize(RUNS);
        assertThat(runs).allMatch(run -> state(run) == Run.State.FAILED);
    }

    @Test
    void whatFailsBeforeTheSinkIsCalledSaysNothingAboutIt() throws RequestFailure {
        api.answers(FIGURES);
        api.answersAt("/other", TAKEN);
        api.answersAt("/inbox", OUT_OF_ORDER);
        begin(NOW);
        assertThat(inbox()).hasSize(5);

        Run second = plannedRun(NOW.minusSeconds(1));
        deliverToRemovedTeam(second);
        begin(NOW.minusSeconds(2));
        begin(NOW.minusSeconds(3));

        assertThat(inbox()).as("ten in a row").hasSize(10);
    }

    private void deliverToRemovedTeam(Run run) throws RequestFailure {
        SealedFile mail = SealedFile.missing(folder.resolve("sales.eml"));
        Delivery delivery =
                Delivery.pending(run.id(), "warehouse", 9, "sales.eml", mail).about(Optional.of("Sales"));
        ActiveRun active = new Runs(installation()).open(run.id());
        send("direct:deliver", delivery, Map.of(Variables.RUN, active));
    }

    private List<Run> beginAll(Reply inbox) {
        api.answers(FIGURES);
        api.answersAt("/other", TAKEN);
        api.answersAt("/inbox", inbox);
        List<Run> runs = IntStream.range(0, RUNS)
                .mapToObj(second -> plannedRun(NOW.minusSeconds(second)))
                .toList();
        lookAt(0);
        return runs;
    }

    private ListAssert<Delivery> waiting(List<Run> runs) {
        return assertThat(runs.stream()
                        .flatMap(run -> ledger.deliveries(run.id()).stream())
                        .filter(delivery -> delivery.sink().equals("warehouse"))
                        .toList())
                .hasSize(RUNS);
    }

    private List<Call> inbox() {
        return calls("/inbox");
    }

    private List<Call> calls(String path) {
        return api.calls().stream()
                .filter(call -> call.uri().getPath().equals(path))
                .toList();
    }

    private static String key(Call call) {
        return call.headers().getFirst("Idempotency-Key");
    }
}
