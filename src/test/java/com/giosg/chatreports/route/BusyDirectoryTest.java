package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.json;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A directory or an API that is busy: names hold up no report, and the API is left alone with the token that both are asked with. */
class BusyDirectoryTest extends SlowPhaseSupport {

    private static final Reply BUSY = status(429, Map.of("Retry-After", "600"), "");

    private static final Reply NO_CHATS = json("""
            {"fields": [{"name": "timestamp", "type": "dimension"}, {"name": "user_id", "type": "dimension"}, {"name": "count", "type": "metric"}], "data": []}""");

    @Override
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, late-after: 1m,"
                + " metrics: real-chats, scopes: [user], sinks: out }";
    }

    /** The report has less time than that. */
    @Test
    void figuresAreAskedAtOnceWhereTheDirectoryIsBusy() {
        api.answers(NO_CHATS);
        api.answersAt("/users", BUSY);

        Run run = begin();

        assertThat(state(run)).isEqualTo(Run.State.DONE);
        assertThat(ledger.requests(run.id())).noneMatch(entry -> entry.gap().isPresent());
        assertThat(notes(run)).contains("answered 429");
    }

    @Test
    void namesAreNotAskedForBeforeThePauseOfTheApiIsOver() {
        api.answers(BUSY);
        begin();
        long before = names();

        look(after(2));
        Run second = begin(after(2));

        assertThat(names()).as("what the directory says is forgotten by then").isEqualTo(before);
        assertThat(notes(second)).contains("not asked: the API asked for a pause until");
    }

    private long names() {
        return api.calls().stream().filter(call -> call.method().equals("GET")).count();
    }

    private String notes(Run run) {
        return String.join("\n", ledger.run(run.id()).orElseThrow().notes());
    }
}
