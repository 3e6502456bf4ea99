package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.http.JournalEntry;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import com.giosg.chatreports.simulator.world.Room;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Figures against the window before and against targets, from the command line to what people and machines get. */
class ComparisonJourneyTest extends SimulatedJourney {

    private static final Organization ACME = Organizations.ACME;
    private static final String NAME = "weekly-acme-2026-10-26_2026-11-01";
    /** The average is answered by org only. */
    private static final int ROW_REQUESTS = 3;

    /** Those of the whole window, for the page and the mail. */
    private static final int AVERAGES = 1;

    private static final Instant NOW = Instant.parse("2026-11-04T05:30:00Z");
    private static final String COMPARED = "compare: previous, ";
    private static final List<String> SINKS = List.of("page", "mails", "sheets", "csv", "json", "rows");

    @Test
    void people_see_the_change_and_the_targets_in_every_format() throws Exception {
        run(
                COMPARED
                        + "targets: { real-chats: { min: 1000000, change: { min: -90% } }, average-response-wait-time: { max: 100000 } }, ");

        BigDecimal now = truth("2026-10-26", "2026-11-01", TrueMetric.REAL_CHATS);
        BigDecimal before = truth("2026-10-19", "2026-10-25", TrueMetric.REAL_CHATS);
        String difference = now.compareTo(before) < 0
                ? "−" + before.subtract(now).toPlainString()
                : "+" + now.subtract(before).toPlainString();
        String page = Files.readString(out("page", ".html"));
        ReceivedMail mail = ReceivedMail.of(Files.readAllBytes(out("mails", ".eml")));
        for (String shown : List.of(page, mail.html(), mail.text())) {
            assertThat(shown)
                    .contains("Compared with Monday 19 October to Sunday 25 October 2026")
                    .contains("(" + difference + ")")
                    .contains("Target missed: at least 1,000,000")
                    .contains("Target met: no more than 90% less")
                    .contains("Target met: at most 100,000");
        }
        assertThat(mail.subject()).startsWith("[1 target missed] ");
        try (XSSFWorkbook book = workbook()) {
            XSSFSheet summary = book.getSheetAt(0);
            assertThat(summary.getSheetName()).isEqualTo("Summary");
            assertThat(summary.getRow(4).getCell(2).getNumericCellValue()).isEqualTo(now.doubleValue());
            assertThat(summary.getRow(4).getCell(3).getNumericCellValue()).isEqualTo(before.doubleValue());
            assertThat(summary.getRow(4).getCell(4).getNumericCellValue())
                    .isEqualTo(now.subtract(before).doubleValue());
            assertThat(summary.getRow(4).getCell(7).getStringCellValue())
                    .isEqualTo("✗ Target missed: at least 1,000,000\n✓ Target met: no more than 90% less");
        }
    }

    @Test
    void an_average_is_what_Giosg_answers_for_the_whole_window() throws Exception {
        run(COMPARED);

        BigDecimal now = truth("2026-10-26", "2026-11-01", TrueMetric.AVERAGE_RESPONSE_WAIT_TIME);
        try (XSSFWorkbook book = workbook()) {
            assertThat(book.getSheetAt(0).getRow(5).getCell(2).getNumericCellValue())
                    .isEqualTo(now.doubleValue());
        }
        assertThat(asked()).hasSize(ROW_REQUESTS + AVERAGES + 2);
    }

    @Test
    void rooms_hold_for_what_figures_are_compared_with_also_by_name() throws Exception {
        Room room = ACME.rooms().get(2);

        write(SINKS, COMPARED + "rooms: [\"%s\"], ".formatted(room.name()), "window: last-week");
        Path file = folder.resolve("reports.yaml");
        Files.writeString(file, Files.readString(file).replace("average-response-wait-time", "short-chats"));

        Journey.Outcome outcome = execute("run", "weekly");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(asked()).hasSize(2 * 2 + 2).allMatch(entry -> entry.body().contains(room.id()));
    }

    @Test
    void what_was_planned_before_a_report_compared_is_asked_anew() throws Exception {
        simulator.faults().add("status=403");
        write(SINKS, "", "window: last-week");
        assertThat(execute("run", "weekly").exitCode()).isEqualTo(3);
        simulator.faults().clear();
        write(SINKS, COMPARED, "window: last-week");

        Journey.Outcome outcome = execute("retry", latestRun());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(Files.readString(out("page", ".html"))).contains("Compared with Monday 19 October");
    }

    @Test
    void machines_get_the_rows_of_the_window_and_nothing_else() throws Exception {
        run("");
        List<byte[]> plain = machines();
        assertThat(asked()).hasSize(ROW_REQUESTS + AVERAGES);

        run(COMPARED + "targets: { real-chats: { min: 1 } }, ");

        assertThat(machines()).containsExactlyElementsOf(plain);
        assertThat(Files.readString(out("csv", ".csv"))).doesNotContain("2026-10-19");
    }

    @Test
    void a_comparison_that_cannot_be_had_makes_nobody_fail() throws Exception {
        run("");
        List<byte[]> plain = machines();
        simulator.faults().add("status=400,contains=2026-10-19");

        Journey.Outcome outcome = run(COMPARED + "targets: { real-chats: { change: 5% } }, ");

        assertThat(outcome.exitCode()).isZero();
        assertThat(machines()).containsExactlyElementsOf(plain);
        assertThat(Files.readString(out("page", ".html")))
                .contains("<b>–</b>", "Target not known: at least 5% more")
                .doesNotContain("Incomplete");
        assertThat(history()).contains("\tdone\t").contains("\t0 of " + ROW_REQUESTS + "\t");
        assertThat(execute("show", latestRun()).out())
                .contains("side-0002-real-chats-org-before\tgap: rejected")
                .contains("side-0003-average-response-wait-time-org-before\tgap: rejected")
                .contains("side-0001-average-response-wait-time-org-whole\tanswered");
    }

    @Test
    void nothing_more_is_asked_where_nobody_would_see_it() throws Exception {
        Journey.Outcome outcome = runTo(List.of("csv", "json", "rows"), COMPARED);

        assertThat(outcome.exitCode()).isZero();
        assertThat(asked()).hasSize(ROW_REQUESTS);
    }

    @Test
    void a_report_whose_targets_are_met_is_kept_back_and_says_so() throws Exception {
        Journey.Outcome outcome =
                runTo(List.of("csv"), "targets: { real-chats: { min: 1 } }, send: when-target-missed, ");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("\t-\tnot sent");
        assertThat(outcome.err())
                .isEqualTo("weekly of acme: not sent: every target is met (send: when-target-missed)\n");
        assertThat(folder.resolve("out")).doesNotExist();
        assertThat(history()).contains("\tdone\t").contains("\tnot sent");
        assertThat(execute("show", latestRun()).out())
                .contains("not sent: every target is met (send: when-target-missed)")
                .contains("Next: nothing, it was not to be sent");
    }

    @Test
    void a_report_with_a_target_that_is_missed_or_not_known_is_sent() throws Exception {
        runTo(List.of("csv"), "targets: { real-chats: { max: 1 } }, send: when-target-missed, ");
        assertThat(out("csv", ".csv")).exists();
        Files.delete(out("csv", ".csv"));

        simulator.faults().add("status=400,contains=2026-10-19");
        runTo(
                List.of("csv"),
                COMPARED + "targets: { real-chats: { change: { min: -100% } } }, send: when-target-missed, ");
        assertThat(out("csv", ".csv")).exists();
    }

    @Test
    void a_change_decides_what_is_sent_even_where_nobody_sees_it() throws Exception {
        Journey.Outcome outcome = runTo(
                List.of("csv"),
                COMPARED + "targets: { real-chats: { change: { min: -100% } } }, send: when-target-missed, ");

        assertThat(outcome.out()).contains("\tnot sent");
        assertThat(asked()).as("of the week before, only what decides").hasSize(ROW_REQUESTS + 1);
    }

    @Test
    void a_window_in_which_nothing_happened_is_kept_back_where_that_is_wanted() throws Exception {
        Journey.Outcome busy = runTo(List.of("csv"), "send: when-not-empty, ");
        assertThat(busy.out()).doesNotContain("not sent");

        Journey.Outcome outcome =
                run(SINKS, "send: when-not-empty, ", "window: 2027-01-04..2027-01-10", "--window", "2027-01-04");

        assertThat(outcome.err())
                .isEqualTo("weekly of acme: not sent: nothing happened in the window (send: when-not-empty)\n");
    }

    @Test
    void a_preview_shows_also_what_would_be_kept_back() throws Exception {
        write(List.of("csv"), "targets: { real-chats: { min: 1 } }, send: when-target-missed, ", "window: last-week");

        Journey.Outcome outcome =
                execute("preview", "weekly", "--out", folder.resolve("seen").toString());

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).contains("would not be sent: every target is met (send: when-target-missed)");
        assertThat(folder.resolve("seen/weekly/acme/sinks/csv/" + NAME + ".csv"))
                .exists();
    }

    private List<JournalEntry> asked() {
        return simulator.journal().entries().stream()
                .filter(entry -> entry.method().equals("POST"))
                .toList();
    }

    private BigDecimal truth(String first, String last, TrueMetric metric) {
        return new BigDecimal(new TrueFigures(simulator.world())
                .rows(Coverage.everything(ACME, first, last, "all").of(List.of(metric), List.of("org")), NOW)
                .get(0)
                .value());
    }

    private List<byte[]> machines() throws IOException {
        List<byte[]> files = new ArrayList<>();
        for (String format : List.of("csv", "json", "ndjson")) {
            files.add(Files.readAllBytes(out(format.equals("ndjson") ? "rows" : format, "." + format)));
        }
        return files;
    }

    private XSSFWorkbook workbook() throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(out("sheets", ".xlsx"))));
    }

    private Path out(String sink, String end) {
        return folder.resolve("out").resolve(sink).resolve(NAME + end);
    }

    private String latestRun() {
        String line = history().lines().skip(1).findFirst().orElseThrow();
        return line.substring(0, line.indexOf('\t'));
    }

    private String history() {
        return execute("history").out();
    }

    private Journey.Outcome run(String measures) throws IOException {
        return runTo(SINKS, measures);
    }

    private Journey.Outcome runTo(List<String> sinks, String measures) throws IOException {
        return run(sinks, measures, "window: last-week");
    }

    private Journey.Outcome run(List<String> sinks, String measures, String window, String... more) throws IOException {
        write(sinks, measures, window);
        Journey.Outcome outcome = execute(
                Stream.concat(Stream.of("run", "weekly"), Stream.of(more)).toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome;
    }

    private Journey.Outcome execute(String... arguments) {
        Stream<String> data = arguments[0].equals("preview")
                ? Stream.of()
                : Stream.of("--data", folder.resolve("data").toString());
        return new Journey(folder, Map.of("TOKEN", ACME.token()), () -> NOW)
                .execute(Stream.of(
                                Stream.of(arguments),
                                Stream.of(
                                        "--config",
                                        folder.resolve("reports.yaml").toString()),
                                data)
                        .flatMap(each -> each)
                        .toArray(String[]::new));
    }

    private void write(List<String> sinks, String measures, String window) throws IOException {
        Files.writeString(folder.resolve("reports.yaml"), """
                api: { url: "%1$s", directory-url: "%1$s", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %2$s, name: Acme Oy } }
                reports:
                  weekly: { title: Chats last week, %3$s, time-zone: Europe/Helsinki, scopes: [org, team],
                            metrics: [real-chats, average-response-wait-time], %4$s sinks: [%5$s] }
                sinks:
                  page: { type: file, directory: "%6$s/page", format: html }
                  mails: { type: email, to: a@example.com, from: b@example.com, outbox: "%6$s/mails" }
                  sheets: { type: file, directory: "%6$s/sheets", format: xlsx }
                  csv: { type: file, directory: "%6$s/csv", format: csv }
                  json: { type: file, directory: "%6$s/json", format: json }
                  rows: { type: file, directory: "%6$s/rows", format: ndjson }
                """.formatted(
                        simulator.url(), ACME.id(), window, measures, String.join(", ", sinks), folder.resolve("out")));
    }
}
