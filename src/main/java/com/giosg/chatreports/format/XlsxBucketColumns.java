package com.giosg.chatreports.format;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import java.time.OffsetDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * The columns that say of which time a line is, by the local clock: the day; or the time, with its offset where the
 * clocks change in the window, so that the hour that autumn repeats is told apart; or the first and the last day.
 */
final class XlsxBucketColumns {

    private final Language language;
    private final int first;
    private final List<Column> columns;

    XlsxBucketColumns(ReportFacts facts, int first) {
        this.language = facts.language();
        this.first = first;
        this.columns = columns(facts.granularity(), facts.window());
    }

    private enum Column {
        DAY(Phrase.DAY, 16),
        TIME(Phrase.TIME, 18),
        OFFSET(Phrase.UTC_OFFSET, 14),
        FIRST_DAY(Phrase.FIRST_DAY, 18),
        LAST_DAY(Phrase.LAST_DAY, 18);

        final Phrase title;
        final double width;

        Column(Phrase title, double width) {
            this.title = title;
            this.width = width;
        }
    }

    /** Whether a bucket is a part of a day. */
    static boolean areBelowADay(Granularity granularity) {
        return granularity != Granularity.ALL && granularity.compareTo(Granularity.DAY) < 0;
    }

    private static List<Column> columns(Granularity granularity, Window window) {
        if (granularity == Granularity.DAY) {
            return List.of(Column.DAY);
        }
        if (!areBelowADay(granularity)) {
            return List.of(Column.FIRST_DAY, Column.LAST_DAY);
        }
        List<Column> columns = new ArrayList<>(List.of(Column.TIME));
        ZoneOffsetTransition change =
                window.zone().getRules().nextTransition(window.start().toInstant());
        if (change != null && change.getInstant().isBefore(window.end().toInstant())) {
            columns.add(Column.OFFSET);
        }
        return columns;
    }

    int count() {
        return columns.size();
    }

    void widths(XlsxSheet sheet) {
        for (int column = 0; column < count(); column++) {
            sheet.width(first + column, columns.get(column).width);
        }
    }

    void heading(XlsxSheet sheet) {
        for (int column = 0; column < count(); column++) {
            sheet.heading(first + column, language.heading(columns.get(column).title), "left");
        }
    }

    /** The bounds of the bucket are ISO-8601, the end exclusive. */
    void line(XlsxSheet sheet, String start, String end) {
        for (int column = 0; column < count(); column++) {
            cell(sheet, columns.get(column), first + column, OffsetDateTime.parse(start), OffsetDateTime.parse(end));
        }
    }

    private void cell(XlsxSheet sheet, Column kind, int column, OffsetDateTime start, OffsetDateTime end) {
        switch (kind) {
            case DAY -> sheet.date(column, start.toLocalDate(), language.text(Phrase.SHEET_DAY));
            case TIME -> sheet.time(column, start.toLocalDateTime(), language.text(Phrase.SHEET_TIME));
            case OFFSET -> sheet.text(column, start.getOffset().getId());
            case FIRST_DAY -> sheet.date(column, start.toLocalDate(), language.text(Phrase.SHEET_DAY));
            case LAST_DAY -> sheet.date(column, end.minusNanos(1).toLocalDate(), language.text(Phrase.SHEET_DAY));
        }
    }
}
