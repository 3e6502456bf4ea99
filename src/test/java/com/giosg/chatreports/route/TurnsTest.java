package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names and figures share the turns of a token: together they are no more at a time than {@code api.concurrency}. */
class TurnsTest extends RouteTestSupport {

    private static final Reply NOBODY = ScriptedApi.json("{\"next\": null, \"previous\": null, \"results\": []}");
    private static final Reply FIGURES = ScriptedApi.json("""
            {"fields": [{"name": "timestamp", "type": "dimension"}, {"name": "user_id", "type": "dimension"},
             {"name": "count", "type": "metric"}], "data": []}""");

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    String api() {
        return ", concurrency: 1";
    }

    @Override
    String reports() {
        return "daily: { window: 2020-10-29, time-zone: Europe/Helsinki, metrics: real-chats, scopes: [user],"
                + " sinks: out }";
    }

    @AfterEach
    void stopWaiting() {
        end.countDown();
    }

    @Test
    void noMoreThanAllowedAreUnderWayWhicheverRunsTheyBelongTo() {
        api.answersAt("/users", counted(NOBODY));
        api.answers(counted(FIGURES));
        List<Run> runs = IntStream.range(0, 4)
                .mapToObj(second -> plannedRun(NOW.plusSeconds(second)))
                .toList();

        runs.forEach(run -> template.sendBody("{{runs.endpoint}}", run.id()));
        runs.forEach(run ->
                await().until(() -> ledger.run(run.id()).orElseThrow().state().isFinal()));

        assertThat(runs).allSatisfy(run -> assertThat(ledger.run(run.id()).orElseThrow())
                .satisfies(over -> assertThat(over.state()).isEqualTo(Run.State.DONE))
                .satisfies(over -> assertThat(over.notes()).isEmpty()));
        assertThat(api.calls())
                .filteredOn(call -> call.method().equals("GET"))
                .as("the runs looked for names side by side")
                .hasSizeGreaterThan(2);
        assertThat(most).hasValue(1);
    }

    /** Long enough for one too many to come. */
    private Reply counted(Reply reply) {
        return exchange -> {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            pause();
            underWay.decrementAndGet();
            reply.to(exchange);
        };
    }

    private void pause() throws IOException {
        try {
            if (end.await(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("the test is over");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
