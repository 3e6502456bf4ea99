package com.giosg.chatreports.format;

import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.view.Notices;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.row.Row.Status;
import com.giosg.chatreports.time.Window;
import java.io.IOException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the other sheets are about, for somebody who was only sent the file. */
final class XlsxAboutSheet {

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);
    private static final List<Double> WIDTHS = List.of(40.0, 84.0, 20.0, 30.0, 40.0);

    private final ReportFacts facts;
    private final Tally tally;
    private final XlsxSheet sheet;

    private XlsxAboutSheet(ReportFacts facts, Tally tally, XlsxSheet sheet) {
        this.facts = facts;
        this.tally = tally;
        this.sheet = sheet;
    }

    /**
     * Writes the last sheet of a workbook.
     *
     * @param notes on the workbook itself
     */
    static void write(ReportFacts facts, Tally tally, List<String> notes, XlsxBook book) throws IOException {
        XlsxAboutSheet about = new XlsxAboutSheet(facts, tally, book.sheet("About"));
        about.write(notes);
        about.sheet.finish();
    }

    /** As people read a window: both days included. */
    static String days(Window window) {
        return window.firstDay().equals(window.lastDay())
                ? window.firstDay().toString()
                : "%s to %s".formatted(window.firstDay(), window.lastDay());
    }

    private void write(List<String> notes) throws IOException {
        for (int column = 0; column < WIDTHS.size(); column++) {
            sheet.width(column, WIDTHS.get(column));
        }
        sheet.title(0, facts.title());
        sheet.next();
        report();
        for (String note : notes) {
            line("Note", note);
        }
        statuses();
        gaps();
        metrics();
        provisional();
    }

    private void report() throws IOException {
        Window window = facts.window();
        ZoneId zone = window.zone();
        line("Organization", facts.organization());
        line("Days", days(window) + (window.firstDay().equals(window.lastDay()) ? "" : ", both included"));
        line(
                "Time",
                "%s: from %s until just before %s"
                        .formatted(zone, INSTANT.format(window.start()), INSTANT.format(window.end())));
        line("A line is", bucket());
        line("Asked", INSTANT.format(ZonedDateTime.ofInstant(facts.askedAt(), zone)));
    }

    private String bucket() {
        return switch (facts.granularity()) {
            case ALL -> "the whole time";
            case FIFTEEN_MINUTE -> "15 minutes";
            case THIRTY_MINUTE -> "30 minutes";
            default -> "one " + facts.granularity().id();
        };
    }

    private void line(String label, String text) throws IOException {
        sheet.bold(0, label);
        sheet.wrapped(1, text);
        sheet.next();
    }

    private void headings(String... titles) throws IOException {
        sheet.next();
        for (int column = 0; column < titles.length; column++) {
            sheet.heading(column, titles[column], "left");
        }
        sheet.next();
    }

    private void statuses() throws IOException {
        headings("Status", "The figure");
        for (Status status : Status.values()) {
            sheet.text(0, status.id());
            if (status == Status.GAP || status == Status.PROVISIONAL) {
                sheet.fill(0, XlsxMarks.fill(status));
            }
            sheet.text(1, XlsxMarks.meaning(status));
            sheet.next();
        }
    }

    private void gaps() throws IOException {
        List<Tally.Key> gaps = tally.with(Status.GAP);
        if (!gaps.isEmpty()) {
            headings("Could not be had", "Cause", "Scope", "Figures");
            for (Tally.Key gap : gaps) {
                counted(gap, causes(gap));
            }
        }
    }

    private String causes(Tally.Key gap) {
        String causes = facts.gaps().stream()
                .filter(missing -> missing.metric().id().equals(gap.metric())
                        && missing.scope().id().equals(gap.scope()))
                .map(missing -> Notices.cause(missing.kind()))
                .distinct()
                .collect(Collectors.joining("\n"));
        return causes.isEmpty() ? "not known" : causes;
    }

    private void provisional() throws IOException {
        List<Tally.Key> provisional = tally.with(Status.PROVISIONAL);
        if (!provisional.isEmpty()) {
            headings("Can still change", "Why", "Scope", "Figures");
            for (Tally.Key figures : provisional) {
                counted(figures, why(figures.metric()));
            }
        }
    }

    private String why(String id) {
        boolean settles = facts.metrics().stream()
                .anyMatch(metric ->
                        metric.id().equals(id) && !metric.settlesAfter().isZero());
        return settles
                ? "The time had not ended when it was asked, or not long before: such figures grow for a while."
                : "The time had not ended when it was asked.";
    }

    private void counted(Tally.Key figures, String why) throws IOException {
        sheet.wrapped(0, title(figures.metric()));
        sheet.wrapped(1, why);
        sheet.wrapped(2, figures.scope());
        sheet.count(3, tally.count(figures));
        sheet.next();
    }

    private String title(String id) {
        return facts.metrics().stream()
                .filter(metric -> metric.id().equals(id))
                .map(Metric::title)
                .findFirst()
                .orElse(id);
    }

    private void metrics() throws IOException {
        headings("Metric", "What it is", "Unit", "Adding up", "Id in \"All rows\"");
        for (Metric metric : facts.metrics()) {
            sheet.wrapped(0, metric.title());
            sheet.wrapped(1, metric.description());
            sheet.wrapped(2, metric.unit());
            sheet.wrapped(3, metric.aggregation().addsUp() ? "Adds up over time." : "An average: never added up.");
            sheet.wrapped(4, metric.id());
            sheet.next();
        }
        sheet.next();
        sheet.text(0, "Averages are never added up or averaged again: ask for the longer time instead.");
        sheet.next();
        if (!facts.scopes().equals(List.of(Scope.ORG))) {
            sheet.text(
                    0,
                    "Teams and users do not add up to the organization: a chat of two users counts for each of them.");
            sheet.next();
        }
    }
}
