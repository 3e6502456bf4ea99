package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Requests of one token are asked one after the other. One that waits before it is asked again leaves its turn to the next, which
 * may have less time. Time is simulated.
 */
class WaitingWithoutTurnTest extends SimulatedTimeSupport {

    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Reply BUSY = status(429, Map.of("Retry-After", String.valueOf(PAUSE.toSeconds())), "");
    private static final Reply OUT_OF_ORDER = status(500, Map.of(), "");

    private final CountDownLatch waited = new CountDownLatch(1);

    @Override
    String api() {
        return ", concurrency: 1";
    }

    @Override
    String reports() {
        return """
            patient: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, late-after: 2h, metrics: real-chats, sinks: out }
              as-patient: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, late-after: 2h, metrics: real-chats, sinks: out }
              hasty: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, late-after: 1m, metrics: real-chats, sinks: out }""";
    }

    @Override
    Wiring wiring() {
        Wiring made = super.wiring();
        Processor failures = (Processor) made.beans().get("failures");
        made.beans().put("failures", (Processor) exchange -> {
            failures.process(exchange);
            waitSimulated(exchange);
        });
        return made;
    }

    /** Camel would sleep before it asks again. */
    private void waitSimulated(Exchange exchange) throws InterruptedException {
        if (exchange.getVariable(Variables.FAILURE, Attempt.class).tries() > 0) {
            exchange.getMessage().setHeader(Exchange.REDELIVERY_DELAY, 0L);
            waited.await();
        }
    }

    @AfterEach
    void stopWaiting() {
        waited.countDown();
    }

    @Test
    void whoeverWouldBeLateByTheEndOfALongPauseDoesNotStandInLineUntilThen() {
        api.answers(onceAnotherStandsInLine(BUSY), FIGURES);

        Run patient = begin("patient");
        Run hasty = begin("hasty");

        await().until(() -> isOver(hasty));
        assertThat(gaps(hasty)).singleElement().satisfies(gap -> assertThat(gap.cause())
                .startsWith("not asked: the API asked for a pause until"));
        assertThat(isOver(patient)).isFalse();
        goOn();
        await().until(() -> isOver(patient));
        assertThat(state(patient)).isEqualTo(Run.State.DONE);
    }

    @Test
    void whoeverIsAskedAgainSoonKeepsNobodyFromAsking() {
        api.answers(onceAnotherStandsInLine(OUT_OF_ORDER), FIGURES);

        Run patient = begin("patient");
        Run hasty = begin("hasty");

        await().until(() -> isOver(hasty));
        assertThat(state(hasty)).isEqualTo(Run.State.DONE);
        assertThat(isOver(patient)).isFalse();
        goOn();
        await().until(() -> isOver(patient));
        assertThat(state(patient)).isEqualTo(Run.State.DONE);
    }

    @Test
    void whoeverStoodInLineWhenThePauseBeganIsAskedAfterIt() {
        api.answers(onceAnotherStandsInLine(BUSY), FIGURES);

        Run first = begin("patient");
        Run second = begin("as-patient");

        await().until(() -> time.held() == 1);
        assertThat(api.calls()).hasSize(1);
        goOn();
        await().until(() -> isOver(first) && isOver(second));
        assertThat(List.of(first, second)).allMatch(run -> state(run) == Run.State.DONE);
        assertThat(api.calls()).hasSize(3);
    }

    private Run begin(String report) {
        Run run = plannedRun(configuration.reports().get(report), NOW);
        template.sendBody("{{runs.endpoint}}", run.id());
        await().until(() -> !api.calls().isEmpty());
        return run;
    }

    private void goOn() {
        time.pass(PAUSE);
        waited.countDown();
    }

    private static Reply onceAnotherStandsInLine(Reply reply) {
        return exchange -> {
            await().until(WaitingWithoutTurnTest::anotherStandsInLine);
            reply.to(exchange);
        };
    }

    private static boolean anotherStandsInLine() {
        return Thread.getAllStackTraces().values().stream()
                .anyMatch(stack -> isIn(stack, Semaphore.class, "acquire") && isIn(stack, TokenTurns.class, "take"));
    }

    private static boolean isIn(StackTraceElement[] stack, Class<?> type, String method) {
        return Stream.of(stack)
                .anyMatch(frame -> frame.getClassName().equals(type.getName())
                        && frame.getMethodName().equals(method));
    }

    private boolean isOver(Run run) {
        return state(run).isFinal();
    }

    private Run.State state(Run run) {
        return ledger.run(run.id()).orElseThrow().state();
    }

    private List<Gap> gaps(Run run) {
        return ledger.requests(run.id()).stream()
                .map(RequestEntry::gap)
                .flatMap(gap -> gap.stream())
                .toList();
    }
}
