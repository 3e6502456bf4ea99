package com.giosg.chatreports.format;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.view.Period;
import com.giosg.chatreports.format.view.ReportViews;
import com.giosg.chatreports.format.view.Scopes;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.row.Row.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** The figures of one scope for people: a line per subject and bucket, a column per metric that has the scope. */
final class XlsxWideSheet {

    private static final double HEADING_HEIGHT = 62;
    private static final int LEGEND_COLUMNS = 3;

    private final ReportFacts facts;
    private final Language language;
    private final Scope scope;
    private final List<WideLine> lines;
    private final XlsxSheet sheet;
    private final XlsxBucketColumns buckets;

    /** The places of the metrics among those of the report. */
    private final List<Integer> metrics;

    private XlsxWideSheet(ReportFacts facts, Scope scope, List<WideLine> lines, XlsxSheet sheet) {
        this.facts = facts;
        this.language = facts.language();
        this.scope = scope;
        this.lines = lines;
        this.sheet = sheet;
        this.buckets = new XlsxBucketColumns(facts, firstBucketColumn(scope));
        this.metrics = facts.metrics().stream()
                .filter(metric -> metric.scopes().contains(scope))
                .map(facts.metrics()::indexOf)
                .toList();
    }

    static void write(ReportFacts facts, Scope scope, List<WideLine> lines, XlsxBook book) throws IOException {
        new XlsxWideSheet(facts, scope, lines, book.sheet(Scopes.all(scope, facts.language()))).write();
    }

    private static int firstBucketColumn(Scope scope) {
        return scope == Scope.ORG ? 0 : 1;
    }

    private void write() throws IOException {
        widths();
        sheet.title(0, ReportViews.title(facts) + ": " + Scopes.all(scope, language));
        sheet.next();
        sheet.text(
                0,
                "%s, %s, %s"
                        .formatted(
                                facts.organization(),
                                Period.of(facts.window(), language).words(),
                                facts.window().zone()));
        sheet.next();
        legend();
        sheet.next();
        heading();
        int heading = sheet.lines();
        sheet.next();
        for (WideLine line : lines) {
            line(line);
            sheet.next();
        }
        sheet.finish(heading, statusColumn() + 1);
    }

    private int firstMetricColumn() {
        return firstBucketColumn(scope) + buckets.count();
    }

    private int statusColumn() {
        return firstMetricColumn() + metrics.size();
    }

    private void widths() {
        if (scope != Scope.ORG) {
            int longest = lines.stream()
                    .mapToInt(line -> line.key().subject().length())
                    .max()
                    .orElse(0);
            sheet.width(0, Math.max(16, Math.min(40, longest + 2)));
        }
        buckets.widths(sheet);
        for (int column = firstMetricColumn(); column < statusColumn(); column++) {
            sheet.width(column, 16);
        }
        sheet.width(statusColumn(), 13);
    }

    /** Says what the fills mean, where there are any. */
    private void legend() {
        int column = 0;
        for (Status status : List.of(Status.GAP, Status.PROVISIONAL)) {
            if (lines.stream().anyMatch(line -> line.has(status))) {
                sheet.text(column, XlsxMarks.name(status, language) + ": " + XlsxMarks.meaning(status, language));
                for (int end = column + LEGEND_COLUMNS; column < end; column++) {
                    sheet.fill(column, XlsxMarks.fill(status));
                }
            }
        }
    }

    private void heading() {
        if (scope != Scope.ORG) {
            sheet.heading(0, Scopes.one(scope, language), "left");
        }
        buckets.heading(sheet);
        int column = firstMetricColumn();
        for (int metric : metrics) {
            Metric asked = facts.metrics().get(metric);
            sheet.heading(column++, language.title(asked) + "\n" + language.unit(asked), "right");
        }
        sheet.heading(column, language.text(Phrase.STATUS), "center");
        sheet.freeze(firstMetricColumn(), HEADING_HEIGHT);
    }

    private void line(WideLine line) {
        WideLine.Key key = line.key();
        if (scope != Scope.ORG) {
            sheet.text(0, key.subjectId().isEmpty() ? Scopes.nobody(scope, language) : key.subject());
        }
        buckets.line(sheet, key.bucketStart(), key.bucketEnd());
        int column = firstMetricColumn();
        for (int metric : metrics) {
            figure(line, metric, column++);
        }
        status(line.worst(), column);
    }

    private void figure(WideLine line, int metric, int column) {
        String figure = line.figure(metric);
        String format = XlsxMarks.format(facts.metrics().get(metric));
        if (line.has(metric, Status.GAP)) {
            sheet.fill(column, XlsxMarks.fill(Status.GAP));
        } else if (!figure.isEmpty() && line.has(metric, Status.PROVISIONAL)) {
            sheet.number(column, new BigDecimal(figure), format, XlsxMarks.fill(Status.PROVISIONAL));
        } else if (!figure.isEmpty()) {
            sheet.number(column, new BigDecimal(figure), format);
        }
    }

    private void status(Status status, int column) {
        if (status == Status.GAP || status == Status.PROVISIONAL) {
            sheet.centred(column, XlsxMarks.name(status, language), XlsxMarks.fill(status));
        } else {
            sheet.centred(column, XlsxMarks.name(status, language));
        }
    }
}
