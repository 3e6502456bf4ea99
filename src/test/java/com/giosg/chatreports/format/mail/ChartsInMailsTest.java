package com.giosg.chatreports.format.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.format.SampleReport;
import com.giosg.chatreports.format.view.ReportViews;
import com.giosg.chatreports.format.view.Room;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.metrics.Templates;
import com.giosg.chatreports.request.FailureKind;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What mails show besides numbers. Each mail is kept in {@code target/mails}, with its pictures in it, to be looked at. */
class ChartsInMailsTest {

    private static final Path KEPT = Path.of("target/mails");
    private static final ZonedDateTime DATE = ZonedDateTime.parse("2020-11-02T07:30:00+02:00");
    private static final Pattern SHOWN = Pattern.compile("src=\"cid:([^\"]+)\" alt=\"([^\"]*)\"");
    private static final String WEEK = "window: 2020-10-26..2020-11-01, time-zone: Europe/Helsinki, ";
    private static final String MONTH = "window: 2020-10, time-zone: Europe/Helsinki, ";
    private static final String FOUR =
            "metrics: [real-chats, messages-in-real-chats, average-response-wait-time, sales-in-real-chats]";

    /** The ground of a target that is met: mails have none. */
    private static final Set<String> UNUSED = Set.of("#1b3325");

    /** What stands on the banner, which stays as it is. */
    private static final Set<String> BANNER = Set.of("#12304d", "#b9cde0", "#ffffff");

    private static final Set<Integer> MISSED = Set.of(10, 11, 12, 13, 14, 20, 22);
    private static final List<String> TEAMS = List.of("Support", "Sales", "Onboarding", "Night shift");

    @TempDir
    Path folder;

    private String name;

    @BeforeEach
    void nameOfTheMail(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
    }

    @Test
    void aWeekHasALineAboveTheFiguresOfItsDaysForEachMetricThatAddsUp() throws Exception {
        SampleReport sample = sample("title: Chats last week, scopes: [org, team, user], compare: previous, targets: {"
                + " real-chats: { min: 700, max: 9999 }, sales-in-real-chats: { change: 5% } }, " + WEEK + FOUR);
        seasonal(sample, Map.of(Scope.TEAM, TEAMS, Scope.USER, people(12)))
                .before("real-chats", "2300", "ok")
                .before("messages-in-real-chats", "0", "ok")
                .whole("average-response-wait-time", "30", "ok")
                .before("average-response-wait-time", "40", "ok");

        Made mail = made(sample);

        assertThat(mail.alternatives())
                .hasSize(3)
                .allMatch(
                        text -> text.matches(
                                "(Real chats|Messages in real chats|Sales in real chats) over time\\. Highest: .+ \\(.+\\)\\. Lowest: .+"))
                .last()
                .asString()
                .endsWith("Hollow points can still change.");
        assertThat(mail.html())
                .contains("<b>Real chats by team</b>", "<b>Real chats by user</b>", "2 more in the table");
        assertThat(mail.pictures())
                .allSatisfy(picture -> assertThat(picture.getWidth()).isEqualTo(2 * 564));
    }

    /** After a change that is meant, copy the file that the message names over the golden one. */
    @Test
    void aMonthHasNumbersAndDaysAroundItsLines() throws Exception {
        Made mail = made(seasonal(sample("title: Chats in October, " + MONTH + FOUR), Map.of()));

        Path file = KEPT.resolve(name + ".told.html");
        String told = mail.html().replaceAll("cid:[0-9a-f-]{36}", "cid:…");
        Files.writeString(file, told);
        assertThat(told)
                .as(file.toString())
                .isEqualTo(Files.readString(Path.of("src/test/resources/mails/month.html")));
    }

    @Test
    void everyPictureIsShownAndEveryOneThatIsShownIsThere() throws Exception {
        for (String metrics : List.of("metrics: all", FOUR)) {
            Made mail = made(
                    SampleReport.of(folder, "Acme Oy", MONTH + metrics, "{ logo: src/test/resources/looks/logo.png }")
                            .filled(Map.of()));

            assertThat(mail.carried()).doesNotHaveDuplicates().hasSizeGreaterThan(3);
            assertThat(Set.copyOf(mail.shown())).containsExactlyInAnyOrderElementsOf(mail.carried());
        }
    }

    @Test
    void linesThatLookTheSameAreOnePicture() throws Exception {
        SampleReport sample = sample(WEEK + "metrics: [real-chats, short-chats]");
        IntStream.range(0, 7).forEach(day -> sample.org("real-chats", day, String.valueOf(day * day), "ok")
                .org("short-chats", day, String.valueOf(day * day), "ok"));

        Made mail = made(sample);

        assertThat(mail.shown()).hasSize(2);
        assertThat(mail.carried()).hasSize(1);
    }

    @Test
    void thirteenMetricsAMonthAndTwoHundredUsersAreLessThanThreeHundredKilobytes() throws Exception {
        Made mail = made(seasonal(
                sample("title: Chats in October, scopes: [org, team, user], metrics: all, " + MONTH),
                Map.of(Scope.TEAM, TEAMS, Scope.USER, people(200))));

        assertThat(Files.size(mail.file())).isLessThan(300_000);
        assertThat(mail.html().getBytes(UTF_8).length)
                .as("what Gmail shows without a click")
                .isLessThan(102 * 1024);
        assertThat(mail.sizes()).hasSize(7).allMatch(size -> size < 7_000);
    }

    @Test
    void whereFiguresAreMissingThatIsSaidAndTheLineIsBroken() throws Exception {
        SampleReport sample = sample("title: Chats in October, metrics: [real-chats, bot-clicks], " + MONTH);
        IntStream.range(0, 31)
                .forEach(day -> sample.org(
                        "real-chats",
                        day,
                        MISSED.contains(day) ? "" : String.valueOf(300 + day * 17 % 90),
                        MISSED.contains(day) ? "gap" : day == 30 ? "provisional" : "ok"));
        sample.gap("bot-clicks", Scope.ORG, FailureKind.SERVER_ERROR);

        Made mail = made(sample);

        assertThat(mail.alternatives()).singleElement().asString().contains("Missing: 7 of 31.");
        BufferedImage picture = mail.pictures().get(0);
        int gap = picture.getWidth() * 25 / 62;
        assertThat(mostInkOf(picture, gap)).isLessThan(0xa0);
        assertThat(mostInkOf(picture, picture.getWidth() * 11 / 62)).isEqualTo(0xff);
    }

    @Test
    void fourHundredDaysAreALine() throws Exception {
        Made mail = made(seasonal(
                sample("title: Chats of a year, window: 2019-10-01..2020-11-03, time-zone: Europe/Helsinki, " + FOUR),
                Map.of()));

        assertThat(mail.alternatives()).hasSize(3);
        assertThat(mail.html())
                .contains("The window has 400 buckets, too many to be shown one by one.")
                .contains("1 Oct 2019", "3 Nov 2020");
        assertThat(mail.sizes()).allMatch(size -> size < 12_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "window: 2020-10-31",
                "window: 2020-10-31..2020-11-01",
                "window: 2020-10, granularity: fifteen_minute",
            })
    void aLineThatWouldTellNothingIsNotDrawn(String window) throws Exception {
        name = name + window.replaceAll("[^a-z0-9]", "");
        Made mail = made(sample(window + ", time-zone: UTC, scopes: [org, team], " + FOUR)
                .filled(Map.of(Scope.TEAM, List.of("Support"))));

        assertThat(mail.shown()).isEmpty();
        assertThat(mail.html()).doesNotContain("class=\"bar\"");
    }

    @Test
    void neitherIsOneOfAWindowWithoutData() throws Exception {
        SampleReport nothing = sample(WEEK + "scopes: [org, team], metrics: [real-chats, average-response-wait-time]");
        IntStream.range(0, 7).forEach(day -> nothing.org("real-chats", day, "0", "ok")
                .org("average-response-wait-time", day, "", "none"));

        assertThat(made(nothing).html()).contains("No chats in this window.").doesNotContain("<img");
    }

    @Test
    void oneBucketAndOneUser() throws Exception {
        Made mail =
                made(sample("title: Chats yesterday, window: 2020-10-31, time-zone: UTC, scopes: [org, user], " + FOUR)
                        .filled(Map.of(Scope.USER, people(1))));

        assertThat(mail.shown()).isEmpty();
        assertThat(mail.html()).contains("Agent 0001").doesNotContain("class=\"bar\"");
    }

    @Test
    void ofTwoThousandUsersAsManyAreShownAsAMailHolds() throws Exception {
        Made mail = made(seasonal(
                sample("title: Chats last week, scopes: [org, user], metrics: all, " + WEEK),
                Map.of(Scope.USER, people(2000))));

        assertThat(mail.html()).contains("Agent ", "… and 1990 more in the table.", "… and 1975 more<");
        assertThat(mail.html().getBytes(UTF_8).length).isLessThan(102 * 1024);
    }

    @Test
    void whateverTheSizeOfFiguresAndWhereTheyAreMissing() throws Exception {
        SampleReport sizes = sample(
                "title: Chats last week, scopes: [org, user], metrics: [sales-in-real-chats, real-chats, bot-clicks], "
                        + WEEK);
        sizes.ofEverySize();

        Made mail = made(sizes);

        assertThat(mail.alternatives()).anyMatch(text -> text.contains("Highest: 12,345,678.99 (Sat 31 Oct)"));
        assertThat(mail.html())
                .contains("Incomplete: 2 of 3 metrics are whole. What is missing is not zero.")
                .contains("12,345,678.00", "0.00");
    }

    @Test
    void barsThatSayEverythingAreShownWithoutATable() throws Exception {
        SampleReport sample = sample("window: 2020-10-31, time-zone: UTC, scopes: [team], metrics: real-chats")
                .row("real-chats", Scope.TEAM, "Support", 0, "40", "ok")
                .row("real-chats", Scope.TEAM, "Sales", 0, "10", "ok")
                .row("real-chats", Scope.TEAM, "Nights", 0, "0", "ok");

        String html = made(sample).html();

        assertThat(html).containsOnlyOnce("Support").contains("<td width=\"25%\" height=\"6\" class=\"bar\"");
        assertThat(html).doesNotContain("width=\"0%\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffd500", "#000000", "#ffffff"})
    void linesHaveTheColourOfTheOrganizationAsFarAsTheyAreSeen(String colour) throws Exception {
        name = name + colour.substring(1);
        Made mail = made(seasonal(
                SampleReport.of(
                        folder,
                        "Acme Oy",
                        "title: Chats last week, scopes: [org, team], " + WEEK + FOUR,
                        "{ colour: '" + colour + "', logo: src/test/resources/looks/logo.png, footer: Acme Oy }"),
                Map.of(Scope.TEAM, TEAMS)));

        int line = mail.pictures().get(1).getRGB(0, 0) & 0xffffff;
        assertThat(line).isNotZero().isNotEqualTo(0xffffff).isNotEqualTo(0x2e86d1);
    }

    @Test
    void whateverPeopleAreCalled() throws Exception {
        SampleReport sample = SampleReport.of(
                folder,
                "W".repeat(200),
                "title: \"{organization}\", scopes: [org, user], metrics: all, " + WEEK,
                "{ colour: '#0a7d4f' }");
        seasonal(
                sample,
                Map.of(
                        Scope.USER,
                        List.of(
                                "N".repeat(200),
                                "Anna ".repeat(40).strip(),
                                "\ud83c\udf84\ud83d\udc69\u200d\ud83d\udcbb emoji",
                                "\u05e9\u05dc\u05d5\u05dd 12 (\u05d0\u05d1)",
                                "<script>alert(1)</script>")));

        assertThat(made(sample).html()).doesNotContain("<script>alert").contains("&lt;script&gt;");
    }

    /** An own template may leave them out. */
    @Test
    void whatTheTemplateDoesNotShowTheMailDoesNotCarry() throws Exception {
        Path reports = Files.createDirectories(folder.resolve("templates/reports"));
        Files.writeString(reports.resolve("mail.ftlh"), "<p>${report.title}</p>");
        Files.writeString(reports.resolve("mail.txt.ftl"), "${report.title}");
        Files.writeString(reports.resolve("subject.ftl"), "${report.title}");
        SampleReport sample = sample(WEEK + FOUR).filled(Map.of());

        MailTexts texts = MailTexts.of(
                Templates.configuration(folder.resolve("templates")),
                ReportViews.of(sample.facts(), sample.parts(), Room.MAIL),
                "",
                List.of(),
                false);

        assertThat(texts.pictures()).isEmpty();
    }

    @Test
    void theDarkColoursAreThoseOfPages() throws Exception {
        String html = made(sample(WEEK + FOUR).filled(Map.of())).html();
        String page = Files.readString(Path.of("templates/reports/page.ftlh"));
        String dark = page.substring(page.indexOf("prefers-color-scheme: dark"), page.indexOf("* { box-sizing"));

        assertThat(html)
                .contains("name=\"color-scheme\" content=\"light dark\"", "@media (prefers-color-scheme: dark)")
                .contains("[data-ogsc] .ink { color: #e8edf2 !important; }");
        assertThat(Pattern.compile("#[0-9a-f]{6}").matcher(dark).results().map(MatchResult::group))
                .hasSizeGreaterThan(10)
                .allMatch(colour -> html.contains(colour) || UNUSED.contains(colour));
    }

    /** Everything that has a colour of its own has a class, by which it gets another one in the dark. */
    @Test
    void nothingStaysLightInTheDark() throws Exception {
        SampleReport sample = sample("scopes: [org, team], " + MONTH + FOUR).filled(Map.of(Scope.TEAM, TEAMS));
        String body = made(sample).html().split("<body", 2)[1];

        assertThat(Pattern.compile("<[^>]*[\"; ](color|background|border[a-z-]*):[^>]*>")
                        .matcher(body)
                        .results()
                        .map(MatchResult::group)
                        .filter(tag -> !tag.contains("class="))
                        .filter(tag -> BANNER.stream().noneMatch(tag::contains)))
                .isEmpty();
    }

    /** A week as offices know it, with a few more chats every week. */
    private static SampleReport seasonal(SampleReport sample, Map<Scope, List<String>> subjects) throws Exception {
        sample.filled(subjects, (bucket, metric, of) -> {
            boolean weekend =
                    sample.buckets().get(bucket).start().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
            int noise = Math.floorMod((metric + of).hashCode() + bucket * 7919, 97);
            int share = of.isEmpty() ? 1 : 1 + Math.floorMod(of.hashCode() * 31, 7);
            return ((weekend ? 40 : 300) + noise + bucket) * (metric.startsWith("messages") ? 12 : 1) / share;
        });
        return sample;
    }

    private static int mostInkOf(BufferedImage picture, int x) {
        return IntStream.range(0, picture.getHeight())
                .map(y -> picture.getRGB(x, y) >>> 24)
                .max()
                .orElseThrow();
    }

    private SampleReport sample(String settings) throws Exception {
        return SampleReport.of(folder, "Acme Oy", settings);
    }

    private static List<String> people(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj("Agent %04d"::formatted)
                .toList();
    }

    private Made made(SampleReport sample) throws Exception {
        MailTexts texts = MailTexts.of(
                SampleReport.TEMPLATES,
                ReportViews.of(sample.facts(), sample.parts(), Room.MAIL),
                "",
                List.of("weekly.csv"),
                false);
        Path file = Files.createDirectories(KEPT).resolve(name + ".eml");
        MailFile.write(
                new Mail(
                        "r1.leads@example.com",
                        DATE,
                        "reports@example.com",
                        "anna@example.com",
                        "",
                        texts.subject(),
                        texts.text(),
                        texts.html(),
                        texts.pictures(),
                        List.of()),
                file);
        Made made = Made.of(file);
        Files.writeString(KEPT.resolve(name + ".html"), made.withPictures());
        return made;
    }

    /** A mail as a program reads it. */
    private record Made(Path file, String html, List<String> carried, List<byte[]> bytes) {

        static Made of(Path file) throws Exception {
            try (InputStream in = Files.newInputStream(file)) {
                MimeMultipart mixed = (MimeMultipart) new MimeMessage((Session) null, in).getContent();
                MimeMultipart bodies = (MimeMultipart) mixed.getBodyPart(0).getContent();
                BodyPart html = bodies.getBodyPart(1);
                if (!(html.getContent() instanceof MimeMultipart related)) {
                    return new Made(file, (String) html.getContent(), List.of(), List.of());
                }
                List<String> carried = new ArrayList<>();
                List<byte[]> bytes = new ArrayList<>();
                for (int index = 1; index < related.getCount(); index++) {
                    MimeBodyPart part = (MimeBodyPart) related.getBodyPart(index);
                    assertThat(part.getDisposition()).isEqualTo("inline");
                    carried.add(part.getContentID().replaceAll("[<>]", ""));
                    bytes.add(part.getInputStream().readAllBytes());
                }
                String text = new String(related.getBodyPart(0).getInputStream().readAllBytes(), UTF_8);
                return new Made(file, text, carried, bytes);
            }
        }

        List<String> shown() {
            return found().map(match -> match.group(1)).toList();
        }

        List<String> alternatives() {
            return found().map(match -> match.group(2)).toList();
        }

        private Stream<MatchResult> found() {
            return SHOWN.matcher(html).results();
        }

        List<Integer> sizes() {
            return bytes.stream().map(all -> all.length).toList();
        }

        List<BufferedImage> pictures() throws Exception {
            List<BufferedImage> pictures = new ArrayList<>();
            for (byte[] each : bytes) {
                pictures.add(ImageIO.read(new ByteArrayInputStream(each)));
            }
            return pictures;
        }

        String withPictures() {
            String text = html;
            for (int index = 0; index < carried.size(); index++) {
                String data = Base64.getEncoder().encodeToString(bytes.get(index));
                text = text.replace("cid:" + carried.get(index), "data:image/png;base64," + data);
            }
            return text;
        }
    }
}
