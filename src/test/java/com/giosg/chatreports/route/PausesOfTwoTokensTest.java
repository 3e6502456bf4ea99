package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The API asks for a pause with two tokens. However many wait for the end of the one, the other is not kept waiting. Time is simulated. */
class PausesOfTwoTokensTest extends SimulatedTimeSupport {

    private static final Duration PAUSE = Duration.ofMinutes(15);
    private static final Reply BUSY = status(429, Map.of("Retry-After", String.valueOf(PAUSE.toSeconds())), "");
    private static final int LANES = 4;

    /** More lanes than the threads that Camel gives a delay by itself. */
    private static final int RUNS_OF_ACME = 3;

    private final CountDownLatch otherIsOver = new CountDownLatch(1);

    @Override
    String api() {
        return ", concurrency: " + LANES;
    }

    @Override
    String otherOrganizations() {
        return "other: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3303, name: Of another, token: \"{{env:OTHER_TOKEN}}\" }";
    }

    @Override
    String reports() {
        return """
            hasty: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, late-after: 1m, metrics: real-chats, sinks: out }
              large: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, late-after: 2h, sinks: out,
                metrics: [real-chats, messages-in-real-chats, sales-in-real-chats, average-response-wait-time] }
              small: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, late-after: 2h, metrics: real-chats, sinks: out }""";
    }

    @AfterEach
    void stopWaiting() {
        otherIsOver.countDown();
    }

    @Test
    void theOneIsAskedThoughMoreLanesOfTheOtherWaitThanMayAsk() {
        Organization acme = configuration.organizations().get("acme");
        Organization other = configuration.organizations().get("other");
        api.answersAt(acme.id().toString(), BUSY, this::onceTheOtherIsOver);
        api.answersAt(other.id().toString(), BUSY, FIGURES);
        pause(acme);
        time.pass(Duration.ofSeconds(1));
        pause(other);

        List<Run> ofAcme = IntStream.range(0, RUNS_OF_ACME)
                .mapToObj(second -> begin("large", acme, second))
                .toList();
        await().until(() -> time.held() == RUNS_OF_ACME * LANES);
        Run ofOther = begin("small", other, 0);
        await().until(() -> time.held() == RUNS_OF_ACME * LANES + 1);
        time.pass(PAUSE);

        await().until(() -> isOver(ofOther));
        otherIsOver.countDown();
        await().until(() -> ofAcme.stream().allMatch(this::isOver));
    }

    /** By a run that does not wait for its end. */
    private void pause(Organization organization) {
        Run hasty = begin("hasty", organization, 0);
        await().until(() -> isOver(hasty));
    }

    private Run begin(String name, Organization organization, int second) {
        Report report = configuration.reports().get(name);
        Run run = plannedRun(report, organization, NOW.plusSeconds(second));
        template.sendBody("{{runs.endpoint}}", run.id());
        return run;
    }

    private void onceTheOtherIsOver(HttpExchange exchange) throws IOException {
        try {
            otherIsOver.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        FIGURES.to(exchange);
    }

    private boolean isOver(Run run) {
        return ledger.run(run.id()).orElseThrow().state().isFinal();
    }
}
