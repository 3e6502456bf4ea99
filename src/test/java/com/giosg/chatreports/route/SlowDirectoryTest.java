package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.ledger.Run;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

/** A directory that goes on answering without an end does not hold up a report. */
class SlowDirectoryTest extends RouteTestSupport {

    @Override
    String api() {
        return ", total-timeout: 300ms";
    }

    @Override
    String reports() {
        return "daily: { window: 2020-10-29, time-zone: Europe/Helsinki, metrics: real-chats, scopes: [user, team],"
                + " sinks: out }";
    }

    @Test
    void theReportGoesOutWithIds() {
        api.answersAt("/users", SlowDirectoryTest::endless);
        api.answersAt("/teams", SlowDirectoryTest::endless);
        api.answers(ScriptedApi.json("""
                {"fields": [{"name": "user_id", "type": "dimension"}, {"name": "count", "type": "metric"}], "data": []}"""));

        Run run = plannedRun();
        template.sendBody("{{runs.endpoint}}", run.id());
        await().until(() -> ledger.run(run.id()).orElseThrow().state().isFinal());

        assertThat(ledger.run(run.id()).orElseThrow().notes())
                .singleElement()
                .asString()
                .startsWith("names could not be had: ")
                .contains("took longer than", "(users and teams)");
        assertThat(api.calls())
                .filteredOn(call -> call.uri().getPath().endsWith("/teams"))
                .isEmpty();
        assertThat(api.calls())
                .filteredOn(call -> call.uri().getPath().endsWith("/users"))
                .hasSize(1);
    }

    /** Ends when the connection does. */
    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (!Thread.currentThread().isInterrupted()) {
                out.write(' ');
                out.flush();
            }
        }
    }
}
