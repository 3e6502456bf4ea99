package com.giosg.chatreports.format.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.giosg.chatreports.Spoken;
import com.giosg.chatreports.format.SampleReport;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.FailureKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportViewsTest {

    private static final String DAYS = "window: 2020-10-31..2020-11-01, time-zone: Europe/Helsinki, ";

    @TempDir
    Path folder;

    @Test
    void countsAndSumsAddUpButAveragesDoNot() throws IOException {
        ReportView view = view(sample(DAYS + "metrics: [real-chats, average-response-wait-time]")
                .org("real-chats", 0, "2", "ok")
                .org("real-chats", 1, "3", "ok")
                .org("average-response-wait-time", 0, "10", "ok")
                .org("average-response-wait-time", 1, "", "none"));

        assertThat(view.overview().buckets()).extracting(Label::text).containsExactly("Sat 31 Oct", "Sun 1 Nov");
        assertThat(view.overview().lines())
                .extracting(line -> line.total().text())
                .containsExactly("5", "–");
        assertThat(view.overview().lines().get(1).total().mark()).isEqualTo(Mark.APART);
        assertThat(view.overview().lines().get(1).buckets())
                .extracting(Figure::mark)
                .containsExactly(Mark.PLAIN, Mark.NOTHING);
        assertThat(view.footnotes()).hasSize(2);
        assertThat(view.notices()).isEmpty();
    }

    @Test
    void anAverageOfSeveralBucketsIsWhatGiosgAnswersForThemAlsoOfUsers() throws IOException {
        ReportView view = view(sample(DAYS + "scopes: [org, user], metrics: [average-response-wait-time, real-chats]")
                .org("average-response-wait-time", 0, "10", "ok")
                .org("average-response-wait-time", 1, "30", "ok")
                .row("average-response-wait-time", Scope.USER, "Anna", 0, "5", "ok")
                .row("average-response-wait-time", Scope.USER, "Anna", 1, "9", "ok")
                .row("average-response-wait-time", Scope.USER, "Bert", 1, "50", "ok")
                .row("average-response-wait-time", Scope.USER, "Carl", 1, "", "none")
                .whole("average-response-wait-time", "26.5", "ok")
                .whole("average-response-wait-time", Scope.USER, "Anna", "8.5", "ok")
                .whole("average-response-wait-time", Scope.USER, "Bert", "50", "ok")
                .whole("average-response-wait-time", Scope.USER, "Carl", "", "none"));

        assertThat(view.overview().lines().get(0).total().text()).isEqualTo("26.5");
        Table users = view.tables().get(0);
        assertThat(users.lines())
                .extracting(
                        line -> line.label().text(),
                        line -> line.figures().get(0).text(),
                        line -> line.figures().get(0).mark())
                .containsExactly(
                        tuple("Bert", "50.0", Mark.PLAIN),
                        tuple("Anna", "8.5", Mark.PLAIN),
                        tuple("Carl", "–", Mark.NOTHING));
        assertThat(users.foot().get(0).figures().get(0).text()).isEqualTo("26.5");
        assertThat(view.footnotes()).anyMatch(note -> note.startsWith("The average of the whole window"));
    }

    @Test
    void theAverageOfOneBucketIsThatOfTheWindow() throws IOException {
        ReportView view = view(sample(
                        "window: 2020-10-31..2020-11-01, granularity: all, time-zone: UTC, metrics: average-response-wait-time")
                .org("average-response-wait-time", 0, "1234.56", "ok"));

        assertThat(view.overview().buckets()).isEmpty();
        assertThat(view.overview().single()).isTrue();
        assertThat(view.overview().lines().get(0).total().text()).isEqualTo("1,234.6");
    }

    @Test
    void aTotalWhereABucketIsMissingIsMissing() throws IOException {
        ReportView view = view(sample(DAYS + "metrics: real-chats")
                .org("real-chats", 0, "2", "ok")
                .org("real-chats", 1, "", "gap"));

        assertThat(view.overview().lines().get(0).total().mark()).isEqualTo(Mark.GAP);
        assertThat(view.overview().lines().get(0).buckets())
                .extracting(Figure::brief)
                .containsExactly("2", "?");
    }

    @Test
    void whatIsMissingAndWhatCanChangeIsSaidInReadersWords() throws IOException {
        ReportView view = view(sample(DAYS + "scopes: [org, team], metrics: [real-chats, sales-in-real-chats]")
                .org("real-chats", 0, "2", "provisional")
                .gap("sales-in-real-chats", Scope.ORG, FailureKind.UNREACHABLE)
                .gap("sales-in-real-chats", Scope.TEAM, FailureKind.UNREACHABLE));

        assertThat(view.missing()).isEqualTo(1);
        assertThat(view.notices()).extracting(Notice::mark).containsExactly(Mark.GAP, Mark.PROVISIONAL);
        assertThat(view.notices().get(0).details())
                .containsExactly("Sales in real chats, Sales in real chats by team: Giosg could not be reached.");
        assertThat(view.tables()).singleElement().satisfies(table -> assertThat(table.lines())
                .isEmpty());
    }

    @Test
    void subjectsWithTheMostComeFirstAndThoseWithoutANameAreNobody() throws IOException {
        ReportView view = view(sample(DAYS + "scopes: user, metrics: [real-chats, bot-clicks]")
                .row("real-chats", Scope.USER, "Anna", 0, "2", "ok")
                .row("real-chats", Scope.USER, "Bert", 0, "3", "ok")
                .row("real-chats", Scope.USER, "Bert", 1, "1", "ok")
                .row("real-chats", Scope.USER, "", 1, "1", "ok")
                .row("bot-clicks", Scope.USER, "Carl", 1, "9", "ok"));

        assertThat(view.overview().lines()).isEmpty();
        Table users = view.tables().get(0);
        assertThat(users.lines())
                .extracting(line -> line.label().text())
                .containsExactly("Bert", "Anna", "No user", "Carl");
        assertThat(users.lines().get(0).figures()).extracting(Figure::text).containsExactly("4", "–");
        assertThat(users.lines().get(3).figures()).extracting(Figure::mark).containsExactly(Mark.ABSENT, Mark.PLAIN);
    }

    @Test
    void manyBucketsAreATableAndTooManyAreSaid() throws IOException {
        ReportView days = view(sample("window: 2020-10, time-zone: Europe/Helsinki, metrics: real-chats")
                .org("real-chats", 24, "5", "ok"));
        assertThat(days.overview().buckets()).isEmpty();
        assertThat(days.tables()).extracting(Table::title).containsExactly("By day");
        assertThat(days.tables().get(0).lines()).hasSize(31);
        assertThat(days.tables().get(0).lines().get(24).figures().get(0).text()).isEqualTo("5");

        ReportView hours = view(sample(
                "window: 2020-10-24..2020-10-25, granularity: hour, time-zone: Europe/Helsinki, metrics: real-chats"));
        assertThat(hours.tables()).isEmpty();
        assertThat(hours.footnotes()).contains("The window has 49 buckets, too many to be shown one by one.");
    }

    @Test
    void windowsAreSaidInWordsWithTheirZoneAndBothOffsets() throws IOException {
        ReportView view = view(
                sample(
                        "title: \"{organization}: {window}\", window: 2020-10-25, time-zone: Europe/Helsinki, metrics: real-chats"));

        assertThat(view.title()).isEqualTo("Acme Oy: 25 Oct 2020");
        assertThat(view.period())
                .isEqualTo(new Period(
                        "Sunday 25 October 2020",
                        "25 Oct 2020",
                        "Europe/Helsinki",
                        "2020-10-25 00:00 (UTC+03:00)",
                        "2020-10-26 00:00 (UTC+02:00)"));
        assertThat(view(sample("window: 2019-12-30..2020-01-05, time-zone: UTC, metrics: real-chats"))
                        .period()
                        .words())
                .isEqualTo("Monday 30 December 2019 to Sunday 5 January 2020");
    }

    @Test
    void everyKindOfFailureHasWordsForReaders() {
        assertThat(List.of(FailureKind.values()))
                .extracting(kind -> Notices.cause(kind, Spoken.ENGLISH))
                .allSatisfy(words -> assertThat(words).isNotBlank().doesNotContain("token:", "config"));
    }

    private SampleReport sample(String settings) throws IOException {
        return SampleReport.of(folder, "Acme Oy", settings);
    }

    private static ReportView view(SampleReport sample) throws IOException {
        return ReportViews.of(sample.facts(), sample.parts(), Room.MAIL);
    }
}
