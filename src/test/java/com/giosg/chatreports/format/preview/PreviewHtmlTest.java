package com.giosg.chatreports.format.preview;

import static com.giosg.chatreports.format.PageSource.found;
import static com.giosg.chatreports.format.PageSource.parsed;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.format.preview.PreviewPage.About;
import com.giosg.chatreports.format.preview.PreviewPage.Failure;
import com.giosg.chatreports.format.preview.PreviewPage.GapView;
import com.giosg.chatreports.format.preview.PreviewPage.MailView;
import com.giosg.chatreports.format.preview.PreviewPage.RequestView;
import com.giosg.chatreports.format.preview.PreviewPage.RowView;
import com.giosg.chatreports.format.preview.PreviewPage.RowsView;
import com.giosg.chatreports.format.preview.PreviewPage.SinkFile;
import com.giosg.chatreports.format.preview.PreviewPage.SinkView;
import com.giosg.chatreports.metrics.Templates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/**
 * The page of a preview, of names as bad as they come. The approved one is in {@code src/test/resources/pages}; after a
 * change that is meant, {@code mvn -q test -Dtest=PreviewHtmlTest -Dregenerate} writes it anew.
 */
class PreviewHtmlTest {

    private static final boolean WRITE = System.getProperty("regenerate") != null;
    private static final Path APPROVED = Path.of("src/test/resources/pages/preview.html");

    /** Markup, quotes, a right-to-left override that nothing ends, Hebrew, an emoji, and 200 letters without a space. */
    private static final String HOSTILE =
            "<script>alert(1)</script> \"'& \u202e\u05d0\u05d1\u05d2 \ud83d\udca9 " + "x".repeat(200);

    @TempDir
    private Path folder;

    @Test
    void theWorstNamesAreTextAndNothingElse() throws Exception {
        String page = page();

        if (WRITE) {
            Files.writeString(APPROVED, page);
        }
        assertThat(page)
                .as("%s; write it anew with: mvn -q test -Dtest=PreviewHtmlTest -Dregenerate", APPROVED)
                .isEqualTo(Files.readString(APPROVED));
        Document document = parsed(page);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .contains(HOSTILE);
    }

    @Test
    void nothingRunsAndNothingIsLoadedButFilesBesideIt() throws Exception {
        assertThat(page())
                .contains(
                        "content=\"default-src 'none'; frame-src 'self' file:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"")
                .doesNotContainPattern("(?i)<(script|link|img|object|embed|form|base)\\b")
                .doesNotContainPattern("(?i)\\b(https?:|url\\(|@import|on[a-z]+=\")");
        assertThat(found("(?:href|src)=\"([^\"]*)\"", page())).allMatch(way -> way.matches("(#|\\./)[-\\w./%]+"));
        assertThat(found("<iframe ([^>]*)>", page()))
                .hasSize(2)
                .allMatch(frame -> frame.contains("sandbox=\"allow-same-origin\"") && frame.contains("title=\""));
    }

    @Test
    void everyWayOnThePageLeadsSomewhere() throws Exception {
        List<String> places = found(" id=\"([^\"]*)\"", page());

        assertThat(places).doesNotHaveDuplicates();
        assertThat(found("href=\"#([^\"]*)\"", page()))
                .contains("failures", "mails", "sinks", "requests", "rows", "0001-real-chats-org")
                .contains("rows-of-0001-real-chats-org")
                .isSubsetOf(places);
    }

    @Test
    void severalAreListed() throws Exception {
        Path file = folder.resolve("index.html");
        PreviewHtml.write(
                new PreviewIndex(
                        Stream.of(false, true)
                                .map(failed -> new PreviewIndex.Entry(
                                        HOSTILE,
                                        HOSTILE,
                                        HOSTILE,
                                        "2020-10-29",
                                        FileLink.href(folder, folder.resolve(HOSTILE.replace("/", ""))),
                                        HOSTILE,
                                        failed,
                                        List.of(HOSTILE)))
                                .toList(),
                        "1.0"),
                Templates.configuration(Path.of("templates")),
                file);

        assertThat(parsed(Files.readString(file)).getElementsByTagName("script").getLength())
                .isZero();
        assertThat(Files.readString(file)).contains(">2 previews, a page each<");
        assertThat(found("href=\"([^\"]*)\"", Files.readString(file)))
                .hasSize(2)
                .allMatch(way -> way.matches("\\./[-\\w.%]+"));
    }

    @Test
    void aNameThatLooksLikeAnAddressStaysAFile() {
        assertThat(FileLink.href(folder, folder.resolve("javascript:alert(1)/50% off.csv")))
                .isEqualTo("./javascript%3Aalert%281%29/50%25%20off.csv");
    }

    private String page() throws Exception {
        Path file = folder.resolve("index.html");
        PreviewHtml.write(model(), Templates.configuration(Path.of("templates")), file);
        return Files.readString(file);
    }

    private static PreviewPage model() {
        FileLink link = new FileLink(HOSTILE, "./sinks/a.csv", "1 byte");
        FileLink html = new FileLink("a.html", "./sinks/a.html", "1 byte");
        String answered = "0001-real-chats-org";
        String refused = "0002-real-chats-team";
        return new PreviewPage(
                new About(
                        "r0",
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        "2020-10-29",
                        "2020-10-29T00:00:00+02:00 to 2020-10-30T00:00:00+02:00",
                        "Europe/Helsinki",
                        "2020-10-30T06:00:00+02:00",
                        false),
                List.of(HOSTILE),
                List.of(new Failure(HOSTILE, HOSTILE, HOSTILE, List.of(refused))),
                List.of(new MailView(
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        link,
                        List.of(html),
                        HOSTILE,
                        List.of(link))),
                List.of(
                        new SinkView(
                                HOSTILE,
                                "file",
                                List.of(
                                        new SinkFile(HOSTILE, "", List.of(link), HOSTILE, ""),
                                        new SinkFile(HOSTILE, HOSTILE, List.of(html), "", ""),
                                        new SinkFile(HOSTILE, HOSTILE, List.of(), "", HOSTILE))),
                        new SinkView(HOSTILE, "email", List.of())),
                List.of(
                        request(answered, List.of(7L), "#rows-of-" + answered, List.of()),
                        request(refused, List.of(), "", List.of(new GapView("denied", HOSTILE, 1, HOSTILE))),
                        request("0003-real-chats-user", List.of(), "", List.of())),
                List.of(new RowsView(List.of(row(answered, true), row(answered, false), row("", false)), 12_345, link)),
                "1.0");
    }

    private static RequestView request(String id, List<Long> rows, String rowsHref, List<GapView> gap) {
        FileLink file = new FileLink(id + ".json", "./requests/" + id + ".json", "1 byte");
        return new RequestView(id, "real-chats", "org", "2020-10-29", file, rows, rowsHref, gap, false);
    }

    private static RowView row(String request, boolean first) {
        return new RowView(
                request,
                first,
                "real-chats",
                "org",
                HOSTILE,
                "2020-10-29T00:00:00+02:00",
                "2020-10-30T00:00:00+02:00",
                "7",
                "chats",
                "provisional");
    }
}
