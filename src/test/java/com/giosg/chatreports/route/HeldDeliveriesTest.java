package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.route.ScriptedApi.Call;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sinks that want nothing twice, though they cannot tell a repeat: what may have arrived waits for somebody who finds out. */
class HeldDeliveriesTest extends SlowPhaseSupport {

    private static final Reply TAKEN = status(200, Map.of(), "{}");
    private static final Reply NO_ANSWER = status(504, Map.of(), "");

    @Override
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, metrics: real-chats, sinks: [once] }";
    }

    @Override
    String sinks() {
        return "once: { type: http, url: \"%s/inbox\", on-uncertain: hold }".formatted(api.url());
    }

    @Test
    void whatMayHaveArrivedIsSentAgainOnlyWhenSomebodyWantsIt() {
        api.answers(FIGURES);
        api.answersAt("/inbox", NO_ANSWER, TAKEN);

        Run run = begin();

        assertThat(delivery(run).state()).isEqualTo(Delivery.State.FAILED);
        assertThat(delivery(run).detail()).contains("504").endsWith("; held, since on-uncertain is hold");
        lookAt(60 * 24);
        assertThat(inbox()).as("neither at once nor later").hasSize(1);

        ledger.retry(run.id());
        lookAt(60 * 24);

        assertThat(delivery(run).state()).isEqualTo(Delivery.State.CONFIRMED);
        assertThat(inbox())
                .hasSize(2)
                .extracting(call -> call.headers().getFirst("Idempotency-Key") + call.body())
                .containsOnly(inbox().get(0).headers().getFirst("Idempotency-Key")
                        + inbox().get(0).body());
    }

    @Test
    void whatWasRefusedOrNeverSentIsTriedAgainAsEver() {
        api.answers(FIGURES);
        api.answersAt("/inbox", status(503, Map.of(), ""), TAKEN);

        Run run = begin();

        assertThat(delivery(run).state()).isEqualTo(Delivery.State.CONFIRMED);
        assertThat(inbox()).hasSize(2);
    }

    @Test
    void whatWasOnItsWayWhenTheProcessEndedIsHeldByTheNextOne() {
        api.answers(FIGURES);
        api.answersAt("/inbox", NO_ANSWER);
        Run run = begin();
        Delivery sent = delivery(run);
        ledger.retry(run.id());
        ledger.note(sent.in(Delivery.State.INTENT, ""));

        lookAt(1);

        assertThat(delivery(run).state()).isEqualTo(Delivery.State.FAILED);
        assertThat(delivery(run).detail()).startsWith("it was on its way, and what came of it could not be noted");
        assertThat(inbox()).hasSize(1);
    }

    @Test
    void whatArrivedAndCouldNotBeNotedIsNotHeld() throws Exception {
        api.answers(FIGURES);
        api.answersAt("/inbox", NO_ANSWER);
        Run run = begin();
        Delivery sent = delivery(run);
        ledger.retry(run.id());
        ledger.note(sent.in(Delivery.State.INTENT, ""));
        ActiveRun active = new Runs(installation()).open(run.id());

        new Resumption(ledger, configuration, Set.of(sent.key()), NOW).consignments(active);

        assertThat(delivery(run).state()).isEqualTo(Delivery.State.UNCERTAIN);
    }

    private Delivery delivery(Run run) {
        return ledger.deliveries(run.id()).get(0);
    }

    private List<Call> inbox() {
        return api.calls().stream()
                .filter(call -> call.uri().getPath().equals("/inbox"))
                .toList();
    }
}
