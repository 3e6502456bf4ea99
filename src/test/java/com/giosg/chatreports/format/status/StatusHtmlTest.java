package com.giosg.chatreports.format.status;

import static com.giosg.chatreports.format.PageSource.found;
import static com.giosg.chatreports.format.PageSource.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.format.status.RunPage.DeliveryLine;
import com.giosg.chatreports.format.status.RunPage.RequestLine;
import com.giosg.chatreports.format.status.RunView.SinkView;
import com.giosg.chatreports.metrics.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The status pages, of names as bad as they come. The approved ones are in {@code src/test/resources/pages}; after a
 * change that is meant, {@code mvn -q test -Dtest=StatusHtmlTest -Dregenerate} writes them anew.
 */
class StatusHtmlTest {

    private static final boolean WRITE = System.getProperty("regenerate") != null;
    private static final Path APPROVED = Path.of("src/test/resources/pages");

    /** Markup, quotes, a right-to-left override that nothing ends, Hebrew, an emoji, and 200 letters without a space. */
    private static final String HOSTILE =
            "<script>alert(1)</script> \"'& \u202e\u05d0\u05d1\u05d2 \ud83d\udca9 " + "x".repeat(200);

    private final StatusHtml html = new StatusHtml(Templates.configuration(Path.of("templates")));

    @Test
    void theWorstNamesAreTextAndNothingElse() throws Exception {
        for (String page : List.of(approved("status.html", html.of(status())), approved("run.html", html.of(run())))) {
            assertThat(parsed(page).getElementsByTagName("script").getLength()).isZero();
            assertThat(page)
                    .doesNotContainPattern("(?i)<(script|link|img|iframe|object|embed|form|base)\\b")
                    .doesNotContainPattern("(?i)\\b(https?:|src=|url\\(|@import|on[a-z]+=\")");
            List<String> places = found(" id=\"([^\"]*)\"", page);
            assertThat(places).doesNotHaveDuplicates();
            assertThat(found("href=\"#([^\"]*)\"", page)).isNotEmpty().isSubsetOf(places);
        }
    }

    /** What the documentation shows. */
    @Test
    void anOrdinaryMorningIsSeenAtAGlance() throws Exception {
        assertThat(approved("status-morning.html", html.of(morning(List.of()))))
                .contains(">1 of the latest runs failed<");
    }

    @Test
    void whatIsNotAsItShouldBeComesFirst() throws Exception {
        List<StatusPage.Notice> notices = List.of(
                new StatusPage.Notice(
                        State.BAD,
                        "No run goes on: the rows could not be kept: No space left on device",
                        List.of(
                                "Next: check the space and the permissions of the data folder",
                                "Runs stay as they are meanwhile and go on by themselves")),
                new StatusPage.Notice(
                        State.WARN,
                        "Nothing is sent to the sink warehouse: the last 14 calls failed",
                        List.of(
                                "The latest cause: the receiver answered 503; try later; if it lasts, ask its owner",
                                "Left alone since 2026-11-23T07:58:03+02:00",
                                "Next call after 2026-11-23T08:03:04+02:00, with what is due first; the rest waits for its answer")),
                new StatusPage.Notice(
                        State.WARN,
                        "Nothing is sent to the sink archive: it asked to be left alone until 2026-11-23T08:12:00+02:00",
                        List.of("What is due waits for that, or for its next try")));

        String page = approved("status-troubles.html", html.of(morning(notices)));

        assertThat(page.indexOf("No space left")).isPositive().isLessThan(page.indexOf("sink warehouse"));
        assertThat(page.indexOf("sink warehouse")).isLessThan(page.indexOf("<main>"));
    }

    private static StatusPage morning(List<StatusPage.Notice> notices) {
        return new StatusPage(
                "2026-11-23T08:02:11+02:00",
                notices,
                List.of(
                        start(
                                "weekly-teams",
                                "Acme Oy",
                                "at 07:30 on monday",
                                "2026-11-30T07:30:00+02:00",
                                "in 6 d 23 h",
                                "r1"),
                        start(
                                "nightly-export",
                                "Acme Oy",
                                "every 1d",
                                "2026-11-24T00:00:00+02:00",
                                "in 15 h 57 min",
                                "r2"),
                        start(
                                "nightly-export",
                                "Bäckerei Nord",
                                "every 1d",
                                "2026-11-24T00:00:00+01:00",
                                "in 16 h 57 min",
                                "r3")),
                List.of(
                        new RunView(
                                "r1",
                                "/runs/r1",
                                "weekly-teams",
                                "Acme Oy",
                                "2026-11-23T07:30:00+02:00",
                                "2026-11-16 – 2026-11-22",
                                State.good("done"),
                                "8 requests",
                                140,
                                List.of(),
                                List.of(
                                        new SinkView(
                                                "page",
                                                State.good("delivered"),
                                                "",
                                                1,
                                                List.of("/runs/r1/pages/page/1")),
                                        new SinkView(
                                                "leads",
                                                State.good("delivered (3)"),
                                                "",
                                                3,
                                                List.of("/runs/r1#deliveries"))),
                                "nothing, everything is delivered"),
                        new RunView(
                                "r2",
                                "/runs/r2",
                                "nightly-export",
                                "Acme Oy",
                                "2026-11-23T00:00:00+02:00",
                                "2026-11-22",
                                State.warn("waits"),
                                "31 requests",
                                131,
                                List.of(),
                                List.of(new SinkView(
                                        "warehouse", State.warn("waits"), "the receiver answered 503", 0, List.of())),
                                "nothing; it is tried again at 2026-11-23T08:05:00+02:00"),
                        new RunView(
                                "r3",
                                "/runs/r3",
                                "nightly-export",
                                "Bäckerei Nord",
                                "2026-11-23T00:00:00+01:00",
                                "2026-11-22",
                                State.bad("failed"),
                                "31 of 31 requests are gaps",
                                0,
                                List.of("denied: the API answered 401"),
                                List.of(),
                                "check the token; then: chat-reports retry r3")),
                List.of(),
                "1.0");
    }

    private static StatusPage.Start start(
            String report, String organization, String schedule, String next, String in, String run) {
        return new StatusPage.Start(
                report,
                organization,
                schedule,
                next,
                in,
                "Europe/Helsinki",
                List.of(new StatusPage.LastRun(
                        "/runs/" + run,
                        run.equals("r1")
                                ? State.good("done")
                                : run.equals("r2") ? State.warn("waits") : State.bad("failed"),
                        "2026-11-23T00:00:00+02:00")));
    }

    @Test
    void anApplicationThatHasJustBegunHasAPageToo() throws Exception {
        String page = html.of(new StatusPage("now", List.of(), List.of(), List.of(), List.of(), "1.0"));

        parsed(page);
        assertThat(page).contains("no run yet").doesNotContain("Skipped");
    }

    @Test
    void theFirstLineSaysWhetherSomebodyShouldLook() throws Exception {
        assertThat(html.of(status())).contains(">1 of the latest runs failed<", ">1 going on<");
    }

    private static String approved(String name, String page) throws IOException {
        Path file = APPROVED.resolve(name);
        if (WRITE) {
            Files.writeString(file, page);
        }
        assertThat(page)
                .as("%s; write it anew with: mvn -q test -Dtest=StatusHtmlTest -Dregenerate", file)
                .isEqualTo(Files.readString(file));
        return page;
    }

    private static StatusPage status() {
        return new StatusPage(
                "2020-10-30T06:00:00Z",
                List.of(
                        new StatusPage.Notice(State.BAD, HOSTILE, List.of(HOSTILE)),
                        new StatusPage.Notice(State.WARN, HOSTILE, List.of())),
                List.of(
                        new StatusPage.Start(
                                HOSTILE,
                                HOSTILE,
                                "at 07:30",
                                "2020-10-30T07:30:00+02:00",
                                "in 1 h 30 min",
                                "Europe/Helsinki",
                                List.of(new StatusPage.LastRun(
                                        "/runs/r0", State.good("done"), "2020-10-29T07:30:00+02:00"))),
                        new StatusPage.Start(HOSTILE, HOSTILE, "at 07:30", "never", "", "UTC", List.of())),
                Stream.of(State.bad("failed"), State.warn("waits"), State.GOING, State.good("done"))
                        .map(StatusHtmlTest::view)
                        .toList(),
                List.of(new StatusPage.Skipped(HOSTILE, HOSTILE, "2020-10-29T07:30:00+02:00", HOSTILE, "/runs/r1")),
                "1.0");
    }

    private static RunView view(State state) {
        return new RunView(
                "r0",
                "/runs/r0",
                HOSTILE,
                HOSTILE,
                "2020-10-29T07:30:00+02:00",
                "2020-10-28",
                state,
                "2 of 8 requests are gaps",
                12,
                List.of(HOSTILE, HOSTILE),
                List.of(
                        new SinkView(HOSTILE, State.good("delivered"), HOSTILE, 1, List.of("/runs/r0/pages/page/1")),
                        new SinkView(
                                HOSTILE, State.bad("1 of 2 delivered"), HOSTILE, 2, List.of("/runs/r0#deliveries")),
                        new SinkView(HOSTILE, State.bad("failed"), HOSTILE, 0, List.of())),
                HOSTILE);
    }

    private static RunPage run() {
        return new RunPage(
                view(State.bad("failed")),
                List.of(HOSTILE),
                List.of(HOSTILE),
                List.of(
                        new RequestLine("0001-real-chats-org", State.good("answered"), "7", "", "", ""),
                        new RequestLine("0002-real-chats-team", State.bad("gap: denied"), "", "1", HOSTILE, HOSTILE)),
                List.of(
                        new DeliveryLine(
                                HOSTILE,
                                HOSTILE,
                                "1 byte",
                                State.good("delivered"),
                                HOSTILE,
                                "",
                                List.of("/runs/r0/pages/page/1")),
                        new DeliveryLine(
                                HOSTILE,
                                HOSTILE,
                                "",
                                State.warn("waits"),
                                HOSTILE,
                                "2020-10-29T08:30:00+02:00",
                                List.of())),
                7,
                "1.0");
    }
}
