package com.giosg.chatreports.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.format.mail.MailTexts;
import com.giosg.chatreports.format.page.HtmlPage;
import com.giosg.chatreports.format.view.ReportViews;
import com.giosg.chatreports.format.view.Room;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.FailureKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same report in each language, with everything in it that a report can say: whole pages, mails and workbooks, to be
 * read by somebody who speaks it. After a change that is meant, copy the file that the message names over the golden one.
 */
class SpokenReportsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/languages");
    private static final Path MADE = Path.of("target/languages");
    private static final ArtifactSettings XLSX = ArtifactSettings.plainCsv().in(ArtifactSettings.Format.XLSX);

    /** Enough of a sheet to see that it is spoken. */
    private static final int MOST_LINES = 16;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "sv"})
    void pagesAreSpokenThroughout(String language) throws Exception {
        SampleReport sample = sample(language);
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        HtmlPage.write(sample.parts(), sample.facts(), SampleReport.TEMPLATES, page);

        String html = page.toString(StandardCharsets.UTF_8);
        assertThat(html).contains("<html lang=\"" + language + "\">");
        // How it looks is the same in every language; what it says is in the body.
        check(language + ".page.html", html, html.substring(html.indexOf("<body>")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "sv"})
    void mailsAreSpokenThroughout(String language) throws Exception {
        SampleReport sample = sample(language);
        MailTexts texts = MailTexts.of(
                SampleReport.TEMPLATES,
                ReportViews.of(sample.facts(), sample.parts(), Room.MAIL),
                "",
                List.of("weekly.xlsx", "weekly.csv"),
                false);

        assertThat(texts.html()).contains("<html lang=\"" + language + "\">");
        String text = texts.subject() + "\n\n" + texts.text();
        check(language + ".mail.txt", text, text);
        // A picture's id follows from its bytes, and those from the JDK's compression.
        check(language + ".mail.html", texts.html(), texts.html().replaceAll("cid:[0-9a-f-]{36}", "cid:…"));
        assertThat(texts.text().lines()).allMatch(line -> line.length() <= 76);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fi", "sv"})
    void workbooksAreSpokenButForTheRowsOfMachines(String language) throws Exception {
        SampleReport sample = sample(language);
        Path file = folder.resolve("book.xlsx");
        new Artifacts(SampleReport.TEMPLATES).write(sample.parts(), XLSX, sample.facts(), file);
        Files.createDirectories(MADE);
        Files.write(MADE.resolve(language + ".xlsx"), Files.readAllBytes(file));

        StringBuilder cells = new StringBuilder();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            book.sheetIterator().forEachRemaining(sheet -> {
                boolean rows = sheet.getSheetName().equals("All rows");
                print((XSSFSheet) sheet, rows ? 2 : MOST_LINES, cells);
            });
        }
        check(language + ".xlsx.txt", cells.toString(), cells.toString());
    }

    private static void print(XSSFSheet sheet, int most, StringBuilder cells) {
        DataFormatter plain = new DataFormatter(Locale.ROOT);
        cells.append("== ").append(sheet.getSheetName()).append('\n');
        int lines = 0;
        for (Row row : sheet) {
            if (lines++ == most) {
                break;
            }
            StringBuilder line = new StringBuilder();
            for (Cell cell : row) {
                line.append(plain.formatCellValue(cell).replace("\n", " / ")).append(" | ");
            }
            cells.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private SampleReport sample(String language) throws IOException {
        SampleReport sample = SampleReport.of(
                folder,
                "Åkerlunds & Väinämöinen Oy",
                "language: " + language
                        + ", title: \"{organization} {window}\", window: 2020-10-26..2020-11-01, time-zone: Europe/Helsinki,"
                        + " scopes: [org, team, user], metrics: [real-chats, real-chats-with-sales,"
                        + " average-response-wait-time, sales-in-real-chats, bot-clicks], compare: previous, targets: {"
                        + " real-chats: { min: 10000, change: { min: -5% } }, average-response-wait-time: { max: 60, change: -2.5% },"
                        + " bot-clicks: { max: 1, change: { max: 10% } } }");
        for (int day = 0; day < 7; day++) {
            sample.org("real-chats", day, String.valueOf(1200 + 37 * day), "ok")
                    .org("real-chats-with-sales", day, String.valueOf(9000 + day), day == 6 ? "provisional" : "ok")
                    .org(
                            "average-response-wait-time",
                            day,
                            day == 2 ? "" : "4" + day + ".125",
                            day == 2 ? "none" : "ok")
                    .org("sales-in-real-chats", day, "1234567.5", day == 6 ? "provisional" : "ok")
                    .row("real-chats", Scope.TEAM, "Tuki <b>", day, String.valueOf(900 + day), "ok")
                    .row("real-chats", Scope.TEAM, "", day, "7", "ok")
                    .row("real-chats", Scope.USER, "", day, "3", "ok");
            for (int user = 1; user <= 17; user++) {
                sample.row("real-chats", Scope.USER, "Käyttäjä " + user, day, String.valueOf(2000 / user), "ok");
            }
        }
        return sample.gap("bot-clicks", Scope.ORG, FailureKind.SERVER_ERROR)
                .gap("bot-clicks", Scope.USER, FailureKind.UNREACHABLE)
                .before("real-chats", "9500", "ok")
                .before("real-chats-with-sales", "0", "ok")
                .before("average-response-wait-time", "41.5", "ok")
                .before("sales-in-real-chats", "7000000", "ok")
                .whole("average-response-wait-time", "43.2", "ok");
    }

    private static void check(String name, String made, String told) throws IOException {
        Path file = Files.writeString(Files.createDirectories(MADE).resolve(name), made);
        Path golden = GOLDEN.resolve(name);
        assertThat(told).as("%s against %s", file, golden).isEqualTo(Files.readString(golden));
    }
}
