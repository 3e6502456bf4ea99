package com.giosg.chatreports.format;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.view.Change;
import com.giosg.chatreports.format.view.Figure;
import com.giosg.chatreports.format.view.Mark;
import com.giosg.chatreports.format.view.Overview;
import com.giosg.chatreports.format.view.ReportView;
import com.giosg.chatreports.format.view.Verdict;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.row.Row.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** The organization's figures of the whole window against what they are measured by: a line per metric. */
final class XlsxSummarySheet {

    private static final List<Double> WIDTHS = List.of(34.0, 18.0, 14.0, 14.0, 14.0, 14.0, 2.0, 44.0);
    private static final double HEADING_HEIGHT = 24;
    private static final int FIGURE = 2;
    private static final int BEFORE = 3;
    private static final int DIFFERENCE = 4;
    private static final int PERCENT = 5;
    private static final int TARGET = 7;

    /** Of the first columns; the target stands apart. */
    private static final List<Phrase> HEADINGS =
            List.of(Phrase.METRIC, Phrase.UNIT, Phrase.FIGURE, Phrase.BEFORE, Phrase.CHANGE, Phrase.CHANGE_IN_PERCENT);

    /** The symbols say it without a sign, and the signs without a symbol. */
    private static final String PERCENTAGE = "\"▲ +\"0.0%;\"▼ -\"0.0%;\"= \"0.0%";

    private static final String MET = "D9F2E3";

    private final ReportFacts facts;
    private final Language language;
    private final ReportView view;
    private final XlsxSheet sheet;

    private XlsxSummarySheet(ReportFacts facts, ReportView view, XlsxSheet sheet) {
        this.facts = facts;
        this.language = facts.language();
        this.view = view;
        this.sheet = sheet;
    }

    /** Writes the first sheet of a workbook. */
    static void write(ReportFacts facts, ReportView view, XlsxBook book) throws IOException {
        new XlsxSummarySheet(facts, view, book.sheet(facts.language().text(Phrase.SUMMARY))).write();
    }

    private void write() throws IOException {
        for (int column = 0; column < WIDTHS.size(); column++) {
            sheet.width(column, WIDTHS.get(column));
        }
        sheet.title(0, view.title() + ": " + language.text(Phrase.SUMMARY));
        sheet.next();
        sheet.text(0, "%s, %s".formatted(view.organization(), view.period().words()));
        sheet.next();
        sheet.text(
                0,
                view.before().stream()
                        .map(before -> language.text(Phrase.COMPARED_WITH, before.words()))
                        .collect(Collectors.joining()));
        sheet.next();
        for (int column = 0; column < HEADINGS.size(); column++) {
            sheet.heading(column, language.text(HEADINGS.get(column)), column >= FIGURE ? "right" : "left");
        }
        sheet.heading(TARGET - 1, "", "left");
        sheet.heading(TARGET, language.text(Phrase.TARGET), "left");
        sheet.freeze(1, HEADING_HEIGHT);
        sheet.next();
        lines();
        notes();
        sheet.finish();
    }

    private void lines() throws IOException {
        List<Metric> metrics = facts.metrics(facts.headline());
        for (int index = 0; index < metrics.size(); index++) {
            line(metrics.get(index), view.overview().lines().get(index));
            sheet.next();
        }
    }

    private void notes() throws IOException {
        sheet.next();
        for (String note : view.footnotes()) {
            sheet.text(0, note);
            sheet.next();
        }
    }

    private void line(Metric metric, Overview.Line line) {
        sheet.text(0, line.metric().title());
        sheet.text(1, line.metric().unit());
        String format = XlsxMarks.format(metric);
        figure(line.total(), FIGURE, format);
        line.change().forEach(change -> change(change, format));
        if (!line.verdicts().isEmpty()) {
            verdicts(line.verdicts());
        }
        for (int column = 0; column < TARGET; column++) {
            sheet.top(column);
        }
    }

    private void figure(Figure figure, int column, String format) {
        if (figure.value() == null) {
            sheet.aligned(column, figure.text());
        } else if (figure.mark() == Mark.PROVISIONAL) {
            sheet.number(column, figure.value(), format, XlsxMarks.fill(Status.PROVISIONAL));
        } else {
            sheet.number(column, figure.value(), format);
        }
    }

    private void change(Change change, String format) {
        figure(change.before(), BEFORE, format);
        if (change.difference() == null) {
            sheet.aligned(DIFFERENCE, change.words());
            sheet.aligned(PERCENT, change.words());
        } else {
            sheet.number(DIFFERENCE, change.difference(), "+%1$s;-%1$s;%1$s".formatted(format));
            sheet.number(PERCENT, change.percent().divide(BigDecimal.valueOf(100)), PERCENTAGE);
        }
    }

    private void verdicts(List<Verdict> verdicts) {
        sheet.wrapped(TARGET, verdicts.stream().map(Verdict::words).collect(Collectors.joining("\n")));
        if (verdicts.stream().anyMatch(verdict -> verdict.state() == Verdict.State.MISSED)) {
            sheet.fill(TARGET, XlsxMarks.fill(Status.GAP));
        } else if (verdicts.stream().allMatch(verdict -> verdict.state() == Verdict.State.MET)) {
            sheet.fill(TARGET, MET);
        }
    }
}
