package com.giosg.chatreports.format;

import com.giosg.chatreports.config.DateStyle;
import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.view.Notices;
import com.giosg.chatreports.format.view.Period;
import com.giosg.chatreports.format.view.ReportViews;
import com.giosg.chatreports.format.view.Scopes;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.row.Row.Status;
import com.giosg.chatreports.time.Window;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What the other sheets are about, for somebody who was only sent the file. */
final class XlsxAboutSheet {

    private static final List<Double> WIDTHS = List.of(40.0, 84.0, 20.0, 30.0, 40.0);

    private final ReportFacts facts;
    private final Language language;
    private final Tally tally;
    private final XlsxSheet sheet;

    private XlsxAboutSheet(ReportFacts facts, Tally tally, XlsxSheet sheet) {
        this.facts = facts;
        this.language = facts.language();
        this.tally = tally;
        this.sheet = sheet;
    }

    /**
     * Writes the last sheet of a workbook.
     *
     * @param notes on the workbook itself
     */
    static void write(ReportFacts facts, Tally tally, List<String> notes, XlsxBook book) throws IOException {
        XlsxAboutSheet about =
                new XlsxAboutSheet(facts, tally, book.sheet(facts.language().text(Phrase.ABOUT)));
        about.write(notes);
        about.sheet.finish();
    }

    private void write(List<String> notes) throws IOException {
        for (int column = 0; column < WIDTHS.size(); column++) {
            sheet.width(column, WIDTHS.get(column));
        }
        sheet.title(0, ReportViews.title(facts));
        sheet.next();
        report();
        for (String note : notes) {
            line(Phrase.NOTE, note);
        }
        statuses();
        gaps();
        metrics();
        provisional();
    }

    private void report() throws IOException {
        Window window = facts.window();
        Period period = Period.of(window, language);
        line(Phrase.ORGANIZATION, facts.organization());
        if (facts.team().isPresent()) {
            line(Phrase.TEAM, facts.team().get().name());
        }
        boolean oneDay = window.firstDay().equals(window.lastDay());
        line(Phrase.DAYS, oneDay ? period.words() : language.text(Phrase.BOTH_INCLUDED, period.words()));
        line(Phrase.TIME, language.text(Phrase.ZONE, period.zone(), period.start(), period.end()));
        line(Phrase.A_LINE_IS, language.text(bucket()));
        line(Phrase.ASKED, language.date(DateStyle.INSTANT, facts.askedAt().atZone(window.zone())));
    }

    private Phrase bucket() {
        return switch (facts.granularity()) {
            case ALL -> Phrase.ONE_ALL;
            case MINUTE -> Phrase.ONE_MINUTE;
            case FIFTEEN_MINUTE -> Phrase.ONE_FIFTEEN_MINUTE;
            case THIRTY_MINUTE -> Phrase.ONE_THIRTY_MINUTE;
            case HOUR -> Phrase.ONE_HOUR;
            case DAY -> Phrase.ONE_DAY;
            case WEEK -> Phrase.ONE_WEEK;
            case MONTH -> Phrase.ONE_MONTH;
            case YEAR -> Phrase.ONE_YEAR;
        };
    }

    private void line(Phrase label, String text) throws IOException {
        sheet.bold(0, language.heading(label));
        sheet.wrapped(1, text);
        sheet.next();
    }

    private void headings(Phrase... titles) throws IOException {
        sheet.next();
        for (int column = 0; column < titles.length; column++) {
            sheet.heading(column, language.text(titles[column]), "left");
        }
        sheet.next();
    }

    private void statuses() throws IOException {
        headings(Phrase.STATUS, Phrase.THE_FIGURE);
        for (Status status : Status.values()) {
            sheet.text(0, name(status));
            if (status == Status.GAP || status == Status.PROVISIONAL) {
                sheet.fill(0, XlsxMarks.fill(status));
            }
            sheet.text(1, XlsxMarks.meaning(status, language));
            sheet.next();
        }
    }

    /** With its id, where that is another word: rows for machines have it. */
    private String name(Status status) {
        String name = XlsxMarks.name(status, language);
        return name.equals(status.id()) ? name : "%s (%s)".formatted(name, status.id());
    }

    private void gaps() throws IOException {
        List<Tally.Key> gaps = tally.with(Status.GAP);
        if (!gaps.isEmpty()) {
            headings(Phrase.COULD_NOT_BE_HAD, Phrase.CAUSE, Phrase.SCOPE, Phrase.FIGURES);
            for (Tally.Key gap : gaps) {
                counted(gap, causes(gap));
            }
        }
    }

    private String causes(Tally.Key gap) {
        String causes = facts.gaps().stream()
                .filter(missing -> missing.metric().id().equals(gap.metric())
                        && missing.scope().id().equals(gap.scope()))
                .map(missing -> Notices.cause(missing.kind(), language))
                .distinct()
                .collect(Collectors.joining("\n"));
        return causes.isEmpty() ? language.text(Phrase.CAUSE_UNKNOWN) : causes;
    }

    private void provisional() throws IOException {
        List<Tally.Key> provisional = tally.with(Status.PROVISIONAL);
        if (!provisional.isEmpty()) {
            headings(Phrase.CAN_STILL_CHANGE, Phrase.WHY, Phrase.SCOPE, Phrase.FIGURES);
            for (Tally.Key figures : provisional) {
                counted(figures, why(figures.metric()));
            }
        }
    }

    private String why(String id) {
        boolean settles = facts.metrics().stream()
                .anyMatch(metric ->
                        metric.id().equals(id) && !metric.settlesAfter().isZero());
        return language.text(settles ? Phrase.WHY_NOT_SETTLED : Phrase.WHY_NOT_ENDED);
    }

    private void counted(Tally.Key figures, String why) throws IOException {
        sheet.wrapped(0, title(figures.metric()));
        sheet.wrapped(1, why);
        sheet.wrapped(2, Scopes.one(Scope.of(figures.scope()).orElseThrow(), language));
        sheet.count(3, tally.count(figures));
        sheet.next();
    }

    private String title(String id) {
        return facts.metrics().stream()
                .filter(metric -> metric.id().equals(id))
                .map(language::title)
                .findFirst()
                .orElse(id);
    }

    private void metrics() throws IOException {
        headings(Phrase.METRIC, Phrase.WHAT_IT_IS, Phrase.UNIT, Phrase.ADDING_UP, Phrase.ID_IN_ROWS);
        for (Metric metric : facts.metrics()) {
            sheet.wrapped(0, language.title(metric));
            sheet.wrapped(1, language.description(metric));
            sheet.wrapped(2, language.unit(metric));
            sheet.wrapped(3, language.text(metric.aggregation().addsUp() ? Phrase.ADDS_UP : Phrase.NEVER_ADDED_UP));
            sheet.wrapped(4, metric.id());
            sheet.next();
        }
        sheet.next();
        sheet.text(0, language.text(Phrase.AVERAGES_NOT_ADDED_UP));
        sheet.next();
        if (!facts.scopes().equals(List.of(facts.headline()))) {
            sheet.text(0, language.text(Phrase.SUBJECTS_NOT_ADDED_UP));
            sheet.next();
        }
    }
}
