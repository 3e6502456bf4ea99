package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.FIGURES;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.request.FailureKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A directory that is busy, is so for every request of the token: its other lists, and figures. */
class BusyDirectoryTest extends SlowPhaseSupport {

    @Override
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, late-after: 1m,"
                + " metrics: real-chats, scopes: [user, team], sinks: out }";
    }

    /** The report has less time than that. */
    @Test
    void nothingElseIsAskedBeforeItsPauseIsOver() {
        api.answers(FIGURES);
        api.answersAt("/users", status(429, Map.of("Retry-After", "600"), ""));

        Run run = begin();

        assertThat(api.calls()).hasSize(1);
        assertThat(state(run)).isEqualTo(Run.State.FAILED);
        assertThat(ledger.requests(run.id()))
                .allMatch(entry -> entry.gap().orElseThrow().kind() == FailureKind.BUSY);
        assertThat(ledger.run(run.id()).orElseThrow().notes())
                .singleElement()
                .asString()
                .contains("answered 429", "not asked: the API asked for a pause until");
    }
}
