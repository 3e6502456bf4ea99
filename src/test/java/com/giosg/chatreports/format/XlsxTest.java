package com.giosg.chatreports.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartFile;
import com.giosg.chatreports.row.Row;
import com.giosg.chatreports.time.Granularity;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a workbook holds, read back by another library. */
class XlsxTest {

    private static final int HEADING = 3;
    private static final List<Metric> METRICS = List.of(Facts.REAL_CHATS, Facts.WAIT, Facts.SALES, Facts.RATING);
    private static final ReportFacts FACTS = Facts.of(METRICS, Scope.USER, Scope.ORG);
    private static final ArtifactSettings XLSX = new ArtifactSettings(
            ArtifactSettings.Format.XLSX, ArtifactSettings.Layout.LONG, "", ',', false, true, Duration.ofDays(14));

    @TempDir
    Path folder;

    @Test
    void opensWithTheFirstScopeAndEndsWithWhatItIsAbout() throws Exception {
        try (XSSFWorkbook book = read(write(FACTS, row("real-chats", "user", "Anna", 29, "3", "ok")))) {
            assertThat(names(book)).containsExactly("Users", "Organization", "All rows", "About");
            assertThat(book.getActiveSheetIndex()).isZero();
        }
    }

    @Test
    void aSheetForPeopleHasAColumnPerMetricAndTheWorstStatusLast() throws Exception {
        Path file = write(
                FACTS,
                row("real-chats", "user", "Bert", 29, "2", "ok"),
                row("real-chats", "user", "Anna", 29, "1234", "ok"),
                row("average-wait", "user", "Anna", 29, "12.345", "provisional"),
                row("real-chats", "org", "", 29, "9", "ok"));
        try (XSSFWorkbook book = read(file)) {
            XSSFSheet users = book.getSheet("Users");
            assertThat(texts(users, 0)).containsExactly("Chats last week: Users");
            assertThat(texts(users, 1))
                    .containsExactly("Acme, Saturday 24 October to Friday 30 October 2020, Europe/Helsinki");
            assertThat(texts(users, HEADING))
                    .containsExactly(
                            "User",
                            "Day",
                            "Real chats\nchats",
                            "Average wait\nseconds",
                            "Sales\naccount currency",
                            "Rating\nstars",
                            "Status");
            assertThat(texts(users, 4))
                    .containsExactly("Anna", "2020-10-29T00:00", "1234.0", "12.345", "", "", "provisional");
            assertThat(texts(users, 5)).containsExactly("Bert", "2020-10-29T00:00", "2.0", "", "", "", "ok");
            assertThat(texts(book.getSheet("Organization"), 4))
                    .containsExactly("2020-10-29T00:00", "9.0", "", "", "", "ok");
        }
    }

    @Test
    void figuresAreNumbersInTheFormatOfTheirUnit() throws Exception {
        Path file = write(
                FACTS,
                row("real-chats", "org", "", 29, "1234", "ok"),
                row("average-wait", "org", "", 29, "12.345", "ok"),
                row("sales", "org", "", 29, "99.5", "ok"),
                row("rating", "org", "", 29, "4.25", "ok"));
        try (XSSFWorkbook book = read(file)) {
            XSSFSheet sheet = book.getSheet("Organization");
            assertThat(formats(sheet, 4, 1, 5)).containsExactly("#,##0", "#,##0.0", "#,##0.00", "#,##0.00");
            assertThat(sheet.getRow(4).getCell(2).getNumericCellValue()).isEqualTo(12.345);
            XSSFSheet all = book.getSheet("All rows");
            assertThat(formats(all, 2, 9, 10)).containsExactly("#,##0.0");
            assertThat(all.getRow(2).getCell(9).getCellType()).isEqualTo(CellType.NUMERIC);
        }
    }

    @Test
    void aDayIsADateAndEveryRowKeepsItsOffset() throws Exception {
        try (XSSFWorkbook book = read(write(FACTS, row("real-chats", "org", "", 29, "1", "ok")))) {
            Cell day = book.getSheet("Organization").getRow(4).getCell(0);
            assertThat(DateUtil.isCellDateFormatted(day)).isTrue();
            assertThat(day.getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2020, 10, 29, 0, 0));
            XSSFSheet all = book.getSheet("All rows");
            assertThat(texts(all, 0))
                    .startsWith(Row.COLUMNS.toArray(String[]::new))
                    .endsWith("local_start");
            assertThat(texts(all, 1))
                    .containsExactly(
                            "org-1",
                            "Acme",
                            "real-chats",
                            "org",
                            "",
                            "",
                            "2020-10-29T00:00:00+02:00",
                            "2020-10-30T00:00:00+02:00",
                            "day",
                            "1.0",
                            "u",
                            "ok",
                            "2020-10-29T00:00");
        }
    }

    @Test
    void theHourThatAutumnRepeatsIsToldApart() throws Exception {
        ReportFacts hours = Facts.of(Granularity.HOUR, List.of(Facts.REAL_CHATS), Scope.ORG);
        Path file = write(
                hours,
                hour("2020-10-25T03:00:00+02:00", "2020-10-25T04:00:00+02:00", "2"),
                hour("2020-10-25T03:00:00+03:00", "2020-10-25T03:00:00+02:00", "1"));
        try (XSSFWorkbook book = read(file)) {
            XSSFSheet sheet = book.getSheet("Organization");
            assertThat(texts(sheet, HEADING)).containsExactly("Time", "UTC offset", "Real chats\nchats", "Status");
            assertThat(texts(sheet, 4)).containsExactly("2020-10-25T03:00", "+03:00", "1.0", "ok");
            assertThat(texts(sheet, 5)).containsExactly("2020-10-25T03:00", "+02:00", "2.0", "ok");
            assertThat(texts(book.getSheet("All rows"), 1)).contains("2020-10-25T03:00:00+02:00", "2020-10-25T03:00");
        }
    }

    @Test
    void longerBucketsHaveTheirFirstAndLastDay() throws Exception {
        ReportFacts weeks = Facts.of(Granularity.WEEK, List.of(Facts.REAL_CHATS), Scope.ORG);
        Path file = write(weeks, hour("2020-10-24T00:00:00+03:00", "2020-10-26T00:00:00+02:00", "7"));
        try (XSSFWorkbook book = read(file)) {
            assertThat(texts(book.getSheet("Organization"), HEADING)).startsWith("First day", "Last day");
            assertThat(texts(book.getSheet("Organization"), 4)).startsWith("2020-10-24T00:00", "2020-10-25T00:00");
        }
    }

    @Test
    void aGapIsEmptyAndMarkedWhereverItStandsAndNothingToAverageIsEmptyOnly() throws Exception {
        Path file = write(
                FACTS,
                row("real-chats", "user", "Anna", 29, "3", "ok"),
                row("average-wait", "user", "Anna", 29, "", "gap"),
                row("rating", "user", "Anna", 29, "", "none"));
        try (XSSFWorkbook book = read(file)) {
            XSSFSheet users = book.getSheet("Users");
            assertThat(texts(users, 2)).startsWith("gap: could not be had: empty, never 0");
            assertThat(texts(users, 4)).containsExactly("Anna", "2020-10-29T00:00", "3.0", "", "", "", "gap");
            assertThat(filled(users, 4)).containsExactly(3, 6);
            assertThat(filled(book.getSheet("All rows"), 2)).containsExactly(9, 11);
            assertThat(filled(book.getSheet("All rows"), 3)).isEmpty();
            assertThat(about(book))
                    .contains(List.of("Could not be had", "Cause", "Scope", "Figures"))
                    .contains(List.of("Average wait", "Giosg had an error", "User", "1.0"));
        }
    }

    @Test
    void aProvisionalFigureIsMarkedAndExplained() throws Exception {
        try (XSSFWorkbook book = read(write(FACTS, row("sales", "org", "", 29, "9.9", "provisional")))) {
            XSSFSheet sheet = book.getSheet("Organization");
            assertThat(texts(sheet, 2)).startsWith("provisional: can still change");
            assertThat(filled(sheet, 4)).containsExactly(3, 5);
            assertThat(formats(sheet, 4, 3, 4)).containsExactly("#,##0.00");
            assertThat(about(book))
                    .contains(List.of("Sales", "The time had not ended when it was asked.", "Organization", "1.0"));
        }
    }

    @Test
    void saysWhatItIsAbout() throws Exception {
        try (XSSFWorkbook book = read(write(FACTS, row("real-chats", "org", "", 29, "1", "ok")))) {
            assertThat(about(book))
                    .contains(
                            List.of("Chats last week"),
                            List.of("Organization", "Acme"),
                            List.of("Days", "Saturday 24 October to Friday 30 October 2020, both included"),
                            List.of(
                                    "Time",
                                    "Europe/Helsinki: from 2020-10-24 00:00 (UTC+03:00) until just before 2020-10-31 00:00 (UTC+02:00)"),
                            List.of("A line is", "one day"),
                            List.of("Asked", "2020-10-31 08:00 (UTC+02:00)"),
                            List.of("Real chats", "Real chats, in words.", "chats", "Adds up over time.", "real-chats"),
                            List.of("Rating", "Rating, in words.", "stars", "An average: never added up.", "rating"),
                            List.of("Averages are never added up or averaged again: ask for the longer time instead."))
                    .noneMatch(line -> line.contains("Could not be had") || line.contains("Can still change"));
        }
    }

    @Test
    void headingsStayInSightAndCanBeFiltered() throws Exception {
        try (XSSFWorkbook book = read(write(FACTS, row("real-chats", "user", "Anna", 29, "1", "ok")))) {
            XSSFSheet users = book.getSheet("Users");
            assertThat(users.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 4);
            assertThat(users.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 2);
            assertThat(users.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A4:G5");
            XSSFSheet all = book.getSheet("All rows");
            assertThat(all.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
            assertThat(all.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A1:M2");
        }
    }

    static Stream<String> names() {
        return Stream.of(
                "Zoë Häämeenlinna ışık 報告",
                "\"quoted\" 'single' & <script>alert(1)</script>",
                "=HYPERLINK(\"http://127.0.0.1\",\"x\")",
                "+1",
                "-1",
                "@SUM(A1)",
                "\t=1+1",
                "00123",
                "2020-10-29",
                "TRUE",
                " with spaces at its ends ",
                "two\nlines",
                "👩‍💻 \u202eright to left\u202c עברית",
                "_x0041_ is no A",
                "x".repeat(200),
                "y".repeat(XlsxText.LONGEST));
    }

    @ParameterizedTest
    @MethodSource("names")
    void textIsTextWhateverItLooksLike(String name) throws Exception {
        try (XSSFWorkbook book = read(write(FACTS, row("real-chats", "user", name, 29, "1", "ok")))) {
            Cell wide = book.getSheet("Users").getRow(4).getCell(0);
            Cell listed = book.getSheet("All rows").getRow(1).getCell(Row.COLUMNS.indexOf("subject"));
            assertThat(List.of(wide, listed)).allSatisfy(cell -> {
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getStringCellValue()).isEqualTo(name);
            });
        }
    }

    @Test
    void whatAWorkbookCannotHoldIsLeftOut() throws Exception {
        String name = "a\u0000b\u0007c\uffffd\ud800e" + "z".repeat(XlsxText.LONGEST);
        try (XSSFWorkbook book = read(write(FACTS, row("real-chats", "user", name, 29, "1", "ok")))) {
            assertThat(book.getSheet("Users").getRow(4).getCell(0).getStringCellValue())
                    .startsWith("abcd")
                    .doesNotContain("\u0000")
                    .hasSizeLessThanOrEqualTo(XlsxText.LONGEST);
        }
    }

    @Test
    void holdsNoFormulaAtAll() throws Exception {
        Path file = write(FACTS, row("real-chats", "user", "=1+1", 29, "1", "ok"));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                assertThat(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                        .doesNotContain("<f>")
                        .doesNotContain("<f ");
            }
        }
    }

    @Test
    void theSameRowsAreTheSameBytesHoweverMuchLater() throws Exception {
        Part part = part(row("real-chats", "user", "Anna", 29, "1", "ok"));
        byte[] first = Files.readAllBytes(write(FACTS, part));
        Path again = write(FACTS, part);
        assertThat(again).hasBinaryContent(first);
        try (XSSFWorkbook book = read(again);
                ZipFile zip = new ZipFile(again.toFile())) {
            assertThat(book.getProperties().getCoreProperties().getCreated().toInstant())
                    .isEqualTo(FACTS.askedAt());
            assertThat(zip.stream()).allMatch(entry -> entry.getTimeLocal().equals(LocalDateTime.of(1980, 1, 1, 0, 0)));
        }
        assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".tmp"));
    }

    @Test
    void withoutRowsThereAreHeadings() throws Exception {
        try (XSSFWorkbook book = read(write(FACTS))) {
            assertThat(texts(book.getSheet("Users"), HEADING)).startsWith("User", "Day");
            assertThat(book.getSheet("All rows").getLastRowNum()).isZero();
        }
    }

    @Test
    void aFullSheetGoesOnOnTheNext() throws Exception {
        Part part = part(IntStream.rangeClosed(24, 28)
                .mapToObj(day -> row("real-chats", "org", "", day, "1", "ok"))
                .toArray(Row[]::new));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new XlsxArtifact(FACTS, 100, 3).write(List.of(part), folder, bytes);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(names(book))
                    .containsExactly("Users", "Organization", "All rows", "All rows 2", "All rows 3", "About");
            assertThat(texts(book.getSheet("All rows 3"), 0)).startsWith("organization_id");
            assertThat(texts(book.getSheet("All rows 3"), 1)).contains("2020-10-28T00:00:00+02:00");
            assertThat(book.getSheet("All rows 3").getLastRowNum()).isEqualTo(1);
        }
    }

    @Test
    void moreLinesThanFitIntoMemoryLeaveTheSheetsForPeopleOutAndSaySo() throws Exception {
        Part part = part(
                row("real-chats", "user", "Anna", 29, "1", "ok"),
                row("real-chats", "user", "Bert", 29, "2", "ok"),
                row("real-chats", "user", "Cleo", 29, "3", "ok"));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new XlsxArtifact(FACTS, 2, 100).write(List.of(part), folder, bytes);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(names(book)).containsExactly("All rows", "About");
            assertThat(texts(book.getSheet("All rows"), 3)).contains("Cleo", "3.0");
            assertThat(about(book))
                    .contains(
                            List.of(
                                    "Note",
                                    "The sheets with a column per metric are left out, because they would have more than 2 lines."));
        }
    }

    private Path write(ReportFacts facts, Row... rows) throws Exception {
        return write(facts, part(rows));
    }

    private Path write(ReportFacts facts, Part part) throws Exception {
        Path file = folder.resolve("artifact.xlsx");
        new Artifacts(SampleReport.TEMPLATES).write(List.of(part), XLSX, facts, file);
        return file;
    }

    private Part part(Row... rows) throws IOException {
        try (PartFile part = new PartFile(Files.createTempFile(folder, "part", ".csv"))) {
            part.append(List.of(rows));
            return part.seal();
        }
    }

    private static XSSFWorkbook read(Path file) throws IOException {
        return new XSSFWorkbook(Files.newInputStream(file));
    }

    private static List<String> names(XSSFWorkbook book) {
        return IntStream.range(0, book.getNumberOfSheets())
                .mapToObj(book::getSheetName)
                .toList();
    }

    private static List<List<String>> about(XSSFWorkbook book) {
        Sheet about = book.getSheet("About");
        return IntStream.rangeClosed(0, about.getLastRowNum())
                .mapToObj(line -> texts(about, line))
                .toList();
    }

    /** The cells of a line up to its last one: dates as ISO-8601, numbers as they are. */
    private static List<String> texts(Sheet sheet, int line) {
        org.apache.poi.ss.usermodel.Row row = sheet.getRow(line);
        return row == null
                ? List.of()
                : IntStream.range(0, row.getLastCellNum())
                        .mapToObj(column -> text(row.getCell(column)))
                        .toList();
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getCellType() == CellType.BLANK) {
            return "";
        }
        if (cell.getCellType() == CellType.STRING) {
            return cell.getStringCellValue();
        }
        return DateUtil.isCellDateFormatted(cell)
                ? cell.getLocalDateTimeCellValue().toString()
                : Double.toString(cell.getNumericCellValue());
    }

    private static List<String> formats(Sheet sheet, int line, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(column ->
                        sheet.getRow(line).getCell(column).getCellStyle().getDataFormatString())
                .toList();
    }

    private static List<Integer> filled(Sheet sheet, int line) {
        return IntStream.range(0, sheet.getRow(line).getLastCellNum())
                .filter(column -> {
                    Cell cell = sheet.getRow(line).getCell(column);
                    return cell != null && cell.getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND;
                })
                .boxed()
                .toList();
    }

    private static Row row(String metric, String scope, String subject, int day, String value, String status) {
        String start = "2020-10-%dT00:00:00+02:00".formatted(day);
        String end = "2020-10-%dT00:00:00+02:00".formatted(day + 1);
        return Row.of(
                Arrays.asList("org-1", "Acme", metric, scope, subject, subject, start, end, "day", value, "u", status));
    }

    private static Row hour(String start, String end, String value) {
        return Row.of(List.of("org-1", "Acme", "real-chats", "org", "", "", start, end, "hour", value, "u", "ok"));
    }
}
