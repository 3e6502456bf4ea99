package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.json;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many runs that ask with one token an API that is away: what its own journal says. */
class TokenBreakerTest extends SlowPhaseSupport {

    private static final int RUNS = 30;
    private static final Reply NO_CHATS = json("""
            {"fields": [{"name": "timestamp", "type": "dimension"}, {"name": "count", "type": "metric"}], "data": []}""");

    private static final Reply OUT_OF_ORDER = status(500, Map.of(), "");

    /** One question after the other. */
    @Override
    String api() {
        return ", concurrency: 1";
    }

    @Override
    String reports() {
        return "daily: { window: yesterday, time-zone: Europe/Helsinki, metrics: real-chats, scopes: [org],"
                + " sinks: out }";
    }

    @Test
    void aDeadApiIsAskedTenTimesAndThenOnceAMinuteAtMost() {
        List<Run> runs = beginAll(OUT_OF_ORDER);

        assertThat(api.calls()).hasSize(10);
        assertThat(runs)
                .filteredOn(run -> postponed(run).kind() == FailureKind.NOT_TRIED)
                .as("two to ten had a try")
                .hasSizeBetween(RUNS - 10, RUNS - 2)
                .allMatch(run -> next(run).equals(after(1)))
                .allMatch(run -> postponed(run).tries() == 0)
                .allMatch(run -> postponed(run).cause().startsWith("not tried: the last 10 calls failed"));

        lookAt(1);
        assertThat(api.calls()).as("one finds out").hasSize(11);
        lookAt(5);
        assertThat(api.calls()).hasSize(12);
    }

    /** The others of the run that was refused are not asked. */
    @Test
    void whatIsNotAskedIsNoAnswer() throws Exception {
        Run run = plannedRun();
        ActiveRun refused = new Runs(installation()).open(run.id());
        RequestFailure refusal = new RequestFailure(FailureKind.DENIED, "the API answered 401");
        for (int day = 1; day < 10; day++) {
            failed(opened(NOW.minus(Duration.ofDays(day))), unreachable());
        }

        refused.refuse(refusal);
        failed(refused, refusal);
        failed(new Runs(installation()).open(run.id()), unreachable());

        assertThatThrownBy(() -> ((Asking) wiring.beans().get("asking")).begin(new Runs(installation()).open(run.id())))
                .hasMessageStartingWith("not tried: the last 10 calls failed");
    }

    /** Whoever cannot prove who it is would hardly do so to the next one. */
    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "CERTIFICATE", "INTERRUPTED", "SERVER_ERROR"})
    void whateverIsTheMatterWithTheOtherSideCounts(FailureKind kind) throws Exception {
        for (int day = 0; day < 10; day++) {
            failed(opened(NOW.minus(Duration.ofDays(day))), new RequestFailure(kind, "made up"));
        }

        ActiveRun next = opened(NOW.minus(Duration.ofDays(10)));
        assertThatThrownBy(() -> ((Asking) wiring.beans().get("asking")).begin(next))
                .hasMessageStartingWith("not tried: the last 10 calls failed");
    }

    private ActiveRun opened(Instant due) throws RequestFailure {
        return new Runs(installation()).open(plannedRun(due).id());
    }

    private static RequestFailure unreachable() {
        return new RequestFailure(FailureKind.UNREACHABLE, "no connection");
    }

    private void failed(ActiveRun run, RequestFailure failure) {
        Exchange exchange = new DefaultExchange(context);
        exchange.setProperty(Exchange.EXCEPTION_CAUGHT, failure);
        exchange.setVariable(Variables.RUN, run);
        exchange.setVariable(Variables.REQUEST, run.requests().get(0));
        ((Failures) wiring.beans().get("failures")).process(exchange);
    }

    @Test
    void everythingIsHadOnceItIsBack() {
        List<Run> runs = beginAll(OUT_OF_ORDER);

        api.answers(NO_CHATS);
        lookAt(1);
        lookAt(5);

        assertThat(runs).allMatch(run -> state(run) == Run.State.DONE);
        assertThat(api.calls()).hasSize(10 + RUNS);
    }

    /** The last time it is asked whatever happened before. */
    @Test
    void nothingBecomesAGapBeforeTheReportIsLateAndUntried() {
        List<Run> runs = beginAll(OUT_OF_ORDER);
        for (int minute : new int[] {1, 5, 6, 20, 21}) {
            lookAt(minute);
        }
        assertThat(runs).noneMatch(run -> state(run).isFinal());
        int before = api.calls().size();
        assertThat(before).isEqualTo(10 + 5);

        lookAt(30);

        assertThat(runs).allMatch(run -> state(run) == Run.State.FAILED);
        assertThat(runs).flatExtracting(run -> gaps(run)).extracting(Gap::kind).containsOnly(FailureKind.SERVER_ERROR);
        assertThat(api.calls()).hasSize(before + RUNS * 5);
    }

    @Test
    void whatIsWrongWithOneQuestionAloneIsNoReason() {
        beginAll(status(400, Map.of(), ""));

        assertThat(api.calls()).hasSize(RUNS);
    }

    private List<Run> beginAll(Reply reply) {
        api.answers(reply);
        List<Run> runs = IntStream.range(0, RUNS)
                .mapToObj(day -> plannedRun(NOW.minus(Duration.ofDays(day))))
                .toList();
        lookAt(0);
        return runs;
    }

    private Instant next(Run run) {
        return ledger.run(run.id()).orElseThrow().nextTry().orElseThrow();
    }

    private Gap postponed(Run run) {
        return ledger.requests(run.id()).get(0).postponed().orElseThrow();
    }

    private List<Gap> gaps(Run run) {
        return ledger.requests(run.id()).stream()
                .map(RequestEntry::gap)
                .flatMap(gap -> gap.stream())
                .toList();
    }
}
