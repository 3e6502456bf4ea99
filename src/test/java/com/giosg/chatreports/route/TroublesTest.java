package com.giosg.chatreports.route;

import static com.giosg.chatreports.route.ScriptedApi.json;
import static com.giosg.chatreports.route.ScriptedApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.format.status.StatusPage.Notice;
import com.giosg.chatreports.ledger.LedgerFile;
import com.giosg.chatreports.ledger.SqlLedger;
import com.giosg.chatreports.route.ScriptedApi.Reply;
import com.giosg.chatreports.time.Times;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.health.HealthCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever watches over the application is told while somebody is left alone: on the page, by the figures, not by the health check. */
class TroublesTest extends SlowPhaseSupport {

    private static final Reply OUT_OF_ORDER = status(503, Map.of(), "");
    private static final Reply NO_CHATS = json("""
            {"fields": [{"name": "timestamp", "type": "dimension"}, {"name": "count", "type": "metric"}], "data": []}""");

    private static final Reply TAKEN = status(200, Map.of(), "{}");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private SqlLedger kept;
    private Status page;

    @Override
    String api() {
        return ", concurrency: 1";
    }

    @Override
    String otherOrganizations() {
        return """
            bravo: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3302 }
              other: { id: 3f2504e0-4f89-41d3-9a0c-0305e82c3303, token: "{{env:OTHER_TOKEN}}" }""";
    }

    @Override
    String reports() {
        return "daily: { window: yesterday, time-zone: Europe/Helsinki, late-after: 10m, metrics: real-chats, scopes: [org],"
                + " sinks: [warehouse, other] }";
    }

    @Override
    String sinks() {
        return """
            warehouse: { type: http, url: "%1$s/inbox" }
              other: { type: http, url: "%1$s/other" }""".formatted(api.url());
    }

    @BeforeEach
    void watch() {
        kept = LedgerFile.open(folder.resolve("kept"), () -> NOW);
        page = new Status(installation(), kept.history(), troubles());
        context.getRegistry().bind("meters", meters);
        Meters.add(context, new Planning(installation()), troubles());
        api.answers(NO_CHATS);
        api.answersAt("/inbox", TAKEN);
        api.answersAt("/other", TAKEN);
    }

    @AfterEach
    void closeLedger() {
        kept.close();
    }

    @Test
    void aSinkThatIsLeftAloneIsOnThePageUntilItAnswers() {
        api.answersAt("/inbox", OUT_OF_ORDER);
        beginSome();

        assertThat(page())
                .contains("<b>Nothing is sent to the sink warehouse: the last 10 calls failed</b>")
                .contains("<p>The latest cause: the receiver answered 503")
                .contains("<p>Left alone since %s</p>".formatted(print(NOW)))
                .contains("<p>Next call after %s, with what is due first".formatted(print(after(1))));
        assertThat(sink("warehouse")).isZero();
        assertThat(sink("other")).isOne();
        assertThat(storage().getState()).isEqualTo(HealthCheck.State.UP);

        lookAt(1);
        assertThat(page()).contains("the last 11 calls failed", print(after(2)));

        api.answersAt("/inbox", TAKEN);
        lookAt(5);
        assertThat(page()).doesNotContain("class=\"notice");
        assertThat(sink("warehouse")).isOne();
    }

    @Test
    void aTokenIsNamedByTheOrganizationsThatAskWithItAndNeverShown() {
        api.answers(OUT_OF_ORDER);
        beginSome();

        assertThat(page())
                .contains("<b>The API is not asked with the token of acme and of 1 more: the last 10 calls failed</b>")
                .doesNotContain(TOKEN);
        assertThat(api("acme")).isZero();
        assertThat(api("bravo")).isZero();
        assertThat(api("other")).isOne();

        api.answers(NO_CHATS);
        lookAt(1);
        assertThat(page()).doesNotContain("class=\"notice");
        assertThat(api("acme")).isOne();
    }

    /** Nobody has tried yet, since nothing is due. */
    @Test
    void afterTheMinuteItIsSaidThatTheNextCallWaitsForNothing() {
        api.answersAt("/inbox", OUT_OF_ORDER);
        beginSome();

        passTo(3);

        assertThat(troubles().notices())
                .flatExtracting(Notice::more)
                .contains("Next call with what is due next; the rest waits for its answer");
    }

    @Test
    void aSinkThatAskedToBeLeftAloneIsOnThePageUntilThen() {
        api.answersAt("/inbox", busyFor(600), TAKEN);
        begin();

        assertThat(page())
                .contains("<b>Nothing is sent to the sink warehouse: it asked to be left alone until %s</b>"
                        .formatted(print(after(10))));
        assertThat(sink("warehouse")).isZero();
        assertThat(sink("other")).isOne();
        assertThat(storage().getState()).isEqualTo(HealthCheck.State.UP);

        lookAt(10);
        assertThat(page()).doesNotContain("class=\"notice");
        assertThat(sink("warehouse")).isOne();
    }

    /** The report would be late by then. */
    @Test
    void soIsATokenThatTheApiAskedAPauseFor() {
        api.answers(busyFor(900), NO_CHATS);
        begin();

        assertThat(page())
                .contains(
                        "<b>The API is not asked with the token of acme and of 1 more: it asked to be left alone until %s</b>"
                                .formatted(print(after(15))));
        assertThat(api("acme")).isZero();
        assertThat(api("other")).isOne();

        lookAt(15);
        assertThat(page()).doesNotContain("class=\"notice");
        assertThat(api("acme")).isOne();
    }

    /** It was asked before. */
    @Test
    void anAnswerThatWasUnderWayEndsNoPause() {
        ActiveRun run = openRun();
        Asking asking = (Asking) wiring.beans().get("asking");
        troubles().restraint().tokenPauses().pause(run.organization(), Duration.ofMinutes(10));

        asking.answered(run);
        assertThat(api("acme")).isZero();
        assertThat(page()).contains("it asked to be left alone until " + print(after(10)));

        passTo(10);
        asking.answered(run);
        assertThat(api("acme")).isOne();
    }

    /** Nobody is said to be called sooner than it is. */
    @Test
    void whateverLastsLongerIsSaidOfASinkThatFailedAndAskedForAPause() {
        api.answersAt("/inbox", OUT_OF_ORDER);
        beginSome();

        troubles().restraint().sinkPauses().pause("warehouse", Duration.ofSeconds(20));
        assertThat(page()).contains("the last 10 calls failed").doesNotContain("it asked to be left alone");

        troubles().restraint().sinkPauses().pause("warehouse", Duration.ofMinutes(10));
        assertThat(page()).doesNotContain("the last 10 calls failed").contains("it asked to be left alone");
    }

    private static Reply busyFor(int seconds) {
        return status(429, Map.of("Retry-After", String.valueOf(seconds)), "");
    }

    private void beginSome() {
        IntStream.range(0, 12).forEach(day -> plannedRun(NOW.minusSeconds(86_400L * day)));
        lookAt(0);
    }

    private String page() {
        return page.answer(new StatusRequest("GET", "127.0.0.1", "/")).body();
    }

    private double sink(String name) {
        return meters.get("chat.reports.sink.available")
                .tag("sink", name)
                .gauge()
                .value();
    }

    private double api(String organization) {
        return meters.get("chat.reports.api.available")
                .tag("organization", organization)
                .gauge()
                .value();
    }

    private static String print(Instant instant) {
        return Times.print(instant.atZone(ZoneId.systemDefault()));
    }
}
