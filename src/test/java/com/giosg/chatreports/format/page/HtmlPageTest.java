package com.giosg.chatreports.format.page;

import static com.giosg.chatreports.format.PageSource.parsed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.giosg.chatreports.format.SampleReport;
import com.giosg.chatreports.format.view.BadReportTemplate;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.metrics.Templates;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** What a page shows. Each page is kept in {@code target/pages}, to be looked at. */
class HtmlPageTest {

    private static final Path KEPT = Path.of("target/pages");
    private static final String WEEK = "window: 2020-10-26..2020-11-01, time-zone: Europe/Helsinki, ";
    private static final String FOUR =
            "metrics: [real-chats, messages-in-real-chats, average-response-wait-time, sales-in-real-chats]";
    private static final List<String> TEAMS = List.of("Support", "Sales", "Onboarding", "Night shift");

    @TempDir
    Path folder;

    private String name;

    @BeforeEach
    void nameOfThePage(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void showsFiguresCurvesRankingsTablesAndWhatTheyMean() throws Exception {
        String page = page(sample(WEEK + "title: Chats last week, scopes: [org, team, user], " + FOUR)
                .filled(Map.of(Scope.TEAM, TEAMS, Scope.USER, people(12))));

        assertThat(page)
                .contains("<h1><bdi>Chats last week</bdi></h1>", "Monday 26 October to Sunday 1 November 2020")
                .contains("from 2020-10-26 00:00 (UTC+02:00) until just before 2020-11-02 00:00 (UTC+02:00)")
                .contains("Figures marked * can still change.")
                .contains("seconds, lowest and highest day");
        assertThat(titles(page)).containsExactly("Over time", "By day", "Teams", "Users", "What these figures mean");
        assertThat(count(page, "<svg class=\"line\"")).isEqualTo(3);
        assertThat(count(page, "role=\"img\" aria-labelledby=\"curve-\\d+-title curve-\\d+-desc\""))
                .isEqualTo(3);
        assertThat(page).contains("Real chats by team", "Real chats by user", "Hollow points can still change.");
    }

    @Test
    void loadsNothingAndRunsNothing() throws Exception {
        String page = page(sample(WEEK + FOUR).filled(Map.of()));

        assertThat(page)
                .contains(
                        "http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'")
                .doesNotContainPattern("(?i)<(script|link|img|iframe|object|embed|form|base)\\b")
                .doesNotContainPattern("(?i)\\b(https?:|src=|href=|url\\(|@import|on[a-z]+=)");
    }

    @Test
    void addsUpOverTimeButNeverOverTeamsOrUsersAndNeverAverages() throws Exception {
        String page = page(sample("window: 2020-10-31..2020-11-01, time-zone: UTC, scopes: [org, user],"
                        + " metrics: [real-chats, average-response-wait-time]")
                .org("real-chats", 0, "5", "ok")
                .org("real-chats", 1, "4", "ok")
                .org("average-response-wait-time", 0, "10", "ok")
                .org("average-response-wait-time", 1, "30", "ok")
                .row("real-chats", Scope.USER, "Anna", 0, "4", "ok")
                .row("real-chats", Scope.USER, "Bert", 0, "6", "ok"));

        assertThat(lines(page, "Total")).containsExactly("9 –");
        assertThat(lines(page, "Whole organization")).containsExactly("9 –");
        assertThat(page)
                .contains(">10.0 – 30.0<")
                .contains("Users are not added up: a chat of two users counts for each of them.")
                .contains("averages cannot be made into one of the whole");
    }

    @Test
    void changesAndTargetsAreSaidInWordsAndSymbolsBesideTheirFigure() throws Exception {
        String page = page(sample(
                        WEEK + FOUR
                                + ", compare: previous, targets: { real-chats: { min: 400, max: 450 }, sales-in-real-chats: { change: 5% } }")
                .filled(Map.of())
                .before("real-chats", "321", "ok")
                .before("messages-in-real-chats", "0", "ok")
                .whole("average-response-wait-time", "30", "ok")
                .before("average-response-wait-time", "40", "ok"));

        assertThat(page)
                .contains("<p class=\"period before\">Compared with Monday 19 October to Sunday 25 October 2020</p>")
                .contains(
                        "▲</span> <b>+315% (+1,012)</b><small>from\u00a0321</small>",
                        "▲</span> <b>new</b><small>from\u00a00</small>")
                .contains(
                        "▼</span> <b>−25% (−10.0)</b><small>from\u00a040.0</small>",
                        "<b>–</b><small>no comparison</small>")
                .contains("✓</span> Target met: at least 400", "✗</span> Target missed: at most 450")
                .contains("?</span> Target not known: at least 5% more")
                .doesNotContain("lowest and highest day");
    }

    @Test
    void aWindowWithoutDataSaysSo() throws Exception {
        SampleReport nothing = sample(WEEK + "scopes: [org, team], metrics: [real-chats, average-response-wait-time]");
        IntStream.range(0, 7).forEach(day -> nothing.org("real-chats", day, "0", "ok")
                .org("average-response-wait-time", day, "", "none"));

        assertThat(page(nothing))
                .contains("No chats in this window.", "No figures.", "nothing to average<")
                .doesNotContain("<svg");
    }

    @Test
    void oneBucketIsAFigureAndNoLine() throws Exception {
        String page = page(sample("window: 2020-10-31, time-zone: UTC, scopes: [org, user], " + FOUR)
                .filled(Map.of(Scope.USER, people(1))));

        assertThat(page).doesNotContain("class=\"line\"");
        assertThat(titles(page)).containsExactly("Users", "What these figures mean");
    }

    @Test
    void fourHundredBucketsAreALineAndAFoldedTable() throws Exception {
        String page = page(sample("window: 2019-10-01..2020-11-03, time-zone: Europe/Helsinki, " + FOUR)
                .filled(Map.of()));

        assertThat(page)
                .contains("<details>", "Show all 400 lines")
                .as("the same day occurs twice")
                .contains("1 Oct 2019", "1 Oct 2020");
        assertThat(count(page, "<circle")).isEqualTo(count(page, "<circle class=\"open\""));
        assertThat(count(page, "<polyline")).isEqualTo(3);
    }

    @Test
    void tooManyBucketsForALineAreSaid() throws Exception {
        String page = page(sample("window: 2020-10, granularity: fifteen_minute, time-zone: UTC, metrics: real-chats")
                .org("real-chats", 0, "3", "ok"));

        assertThat(page)
                .contains("The window has 2976 buckets, too many to be shown one by one.")
                .doesNotContain("<svg");
    }

    @Test
    void ofTwoThousandUsersFifteenHaveABarAndAllHaveALine() throws Exception {
        String page = page(sample(WEEK + "scopes: [org, user], " + FOUR).filled(Map.of(Scope.USER, people(2000))));

        assertThat(count(page, "<li>")).isEqualTo(15);
        assertThat(page).contains("… and 1985 more in the table.");
        assertThat(count(page, "<th scope=\"row\">")).isEqualTo(2000 + 7 + 2);
        assertThat(page.getBytes(UTF_8).length).isLessThan(1_000_000);
    }

    @Test
    void thirteenMetricsThreeScopesAMonthAndTwoHundredUsersAreLessThanAMegabyte() throws Exception {
        String page =
                page(sample("window: 2020-10, time-zone: Europe/Helsinki, scopes: [org, team, user], metrics: all")
                        .filled(Map.of(Scope.TEAM, TEAMS, Scope.USER, people(200))));

        assertThat(page.getBytes(UTF_8).length).isLessThan(1_000_000);
    }

    @Test
    void whateverTheSizeOfFiguresAndWhereTheyAreMissing() throws Exception {
        SampleReport sizes =
                sample(WEEK + "scopes: [org, user], metrics: [sales-in-real-chats, real-chats, bot-clicks]");
        sizes.ofEverySize();

        String page = page(sizes);

        assertThat(page)
                .contains("Incomplete: 2 of 3 metrics are whole. What is missing is not zero.")
                .contains("Giosg could not be reached.")
                .contains("12,345,678.99 (Sat 31 Oct)", "Missing: 1 of 7.");
        assertThat(count(page, "<polyline")).isEqualTo(2);
        assertThat(lines(page, "Dora")).containsExactly("– 3 –");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"quoted\" & 'single'",
                "\u202eright to left\u202d",
                "two\nlines",
                "=1+1",
                "\ud83c\udf84\ud83d\udc69\u200d\ud83d\udcbb emoji",
                "</title></style></svg>",
                "${7*7} [=7*7] <#if>",
            })
    void namesAreTextWhateverTheyHold(String hostile) throws Exception {
        SampleReport sample = sample(WEEK + "scopes: [org, user], metrics: real-chats")
                .org("real-chats", 0, "5", "ok")
                .row("real-chats", Scope.USER, hostile, 0, "5", "ok")
                .row("real-chats", Scope.USER, "W".repeat(200), 0, "4", "ok");
        name = name + "-" + Integer.toHexString(hostile.hashCode());

        Document document = parsed(page(sample));

        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(IntStream.range(0, document.getElementsByTagName("bdi").getLength())
                        .mapToObj(document.getElementsByTagName("bdi")::item)
                        .map(node -> node.getTextContent())
                        .toList())
                .contains(hostile);
    }

    @Test
    void aTemplateThatDoesNotWorkIsNamedWithItsLineAndExpression() throws Exception {
        Path reports = Files.createDirectories(folder.resolve("templates/reports"));
        Files.writeString(reports.resolve("page.ftlh"), "<p>\n${page.report.tilte}\n");
        SampleReport sample = sample(WEEK + "metrics: real-chats");

        assertThatThrownBy(() -> HtmlPage.write(
                        sample.parts(),
                        sample.facts(),
                        Templates.configuration(folder.resolve("templates")),
                        OutputStream.nullOutputStream()))
                .isInstanceOf(BadReportTemplate.class)
                .hasMessageContaining("reports/page.ftlh")
                .hasMessageContaining("page.report.tilte")
                .hasMessageContaining("line 2");
    }

    private SampleReport sample(String settings) throws Exception {
        return SampleReport.of(folder, "Acme Oy", settings);
    }

    private String page(SampleReport sample) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        HtmlPage.write(sample.parts(), sample.facts(), SampleReport.TEMPLATES, bytes);
        Files.write(Files.createDirectories(KEPT).resolve(name + ".html"), bytes.toByteArray());
        String page = bytes.toString(UTF_8);
        parsed(page);
        return page;
    }

    private static List<String> people(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj("Agent %04d"::formatted)
                .toList();
    }

    private static List<String> titles(String page) {
        return Pattern.compile("<h2[^>]*>([^<]*)</h2>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static long count(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().count();
    }

    /** The figures beside a name, each line as text. */
    private static List<String> lines(String page, String name) {
        return Pattern.compile("<bdi>" + name + "</bdi></th>(.*?)</tr>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(found -> found.group(1).replaceAll("<[^>]*>", " ").strip().replaceAll("\\s+", " "))
                .toList();
    }
}
