package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.json;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.names.DirectoryList;
import com.giosg.chatreports.names.Listing;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @CsvSource({"USERS, 2000", "TEAMS, 2000", "ROOMS, 0"})
    void namesWaitForAShortPauseOfTheApiAndRoomsForNone(DirectoryList list, long millis) throws RequestFailure {
        ActiveRun run = openRun();
        askedForPause(run, Duration.ofSeconds(2));

        asking().beginWithNames(run, listing(list));

        assertThat(asking().waitWithNames(run, listing(list))).isEqualTo(millis);
    }

    @ParameterizedTest
    @EnumSource(names = {"USERS", "TEAMS"})
    void namesAreDoneWithoutWhereThePauseIsLongerThanTheyAreWorth(DirectoryList list) {
        ActiveRun run = openRun();
        askedForPause(run, Duration.ofMillis(2001));

        assertThatThrownBy(() -> asking().beginWithNames(run, listing(list)))
                .hasMessageStartingWith("not asked: the API asked for a pause until");
    }

    /** Without them the run would fail. */
    @Test
    void roomsAreLookedUpHoweverLongThePauseIs() throws RequestFailure {
        ActiveRun run = openRun();
        askedForPause(run, Duration.ofMinutes(10));

        asking().beginWithNames(run, listing(DirectoryList.ROOMS));

        assertThat(asking().waitWithNames(run, listing(DirectoryList.ROOMS))).isZero();
    }

    private void askedForPause(ActiveRun run, Duration pause) {
        Exchange exchange = new DefaultExchange(context);
        exchange.setProperty(
                Exchange.EXCEPTION_CAUGHT, new RequestFailure(FailureKind.BUSY, "busy", Optional.of(pause)));
        exchange.setVariable(Variables.RUN, run);
        exchange.setVariable(Variables.REQUEST, run.requests().get(0));
        ((Failures) wiring.beans().get("failures")).process(exchange);
    }

    private Asking asking() {
        return (Asking) wiring.beans().get("asking");
    }

    private Listing listing(DirectoryList list) {
        return new Listing(list, api.url(), "3f2504e0-4f89-41d3-9a0c-0305e82c3301");
    }

    private long names() {
        return api.calls().stream().filter(call -> call.method().equals("GET")).count();
    }

    private String notes(Run run) {
        return String.join("\n", ledger.run(run.id()).orElseThrow().notes());
    }
}
