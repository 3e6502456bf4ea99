package com.giosg.chatreports.format;

import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartReader;
import com.giosg.chatreports.row.Row;
import com.giosg.chatreports.row.Row.Status;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All rows, a figure each, straight from the parts: the columns of every machine-readable format, and the start of the
 * bucket by the local clock as a date. Where a sheet is full another one goes on.
 */
final class XlsxLongSheets {

    private static final String NAME = "All rows";
    private static final String LOCAL_START = "local_start";
    private static final List<Double> WIDTHS =
            List.of(38.0, 20.0, 34.0, 9.0, 38.0, 24.0, 27.0, 27.0, 13.0, 14.0, 18.0, 13.0, 18.0);
    private static final int VALUE = Row.COLUMNS.indexOf("value");
    private static final int STATUS = Row.COLUMNS.indexOf("status");

    private final XlsxBook book;
    private final int mostLines;
    private final Tally tally;
    private final boolean belowADay;
    private final Map<String, String> formats;
    private XlsxSheet sheet;
    private int sheets;

    /**
     * Sheets for the rows of a report.
     *
     * @param mostLines of one sheet, the heading included
     * @param tally counts the rows
     */
    XlsxLongSheets(ReportFacts facts, XlsxBook book, int mostLines, Tally tally) {
        this.book = book;
        this.mostLines = mostLines;
        this.tally = tally;
        this.belowADay = XlsxBucketColumns.areBelowADay(facts.granularity());
        this.formats = facts.metrics().stream().collect(Collectors.toMap(Metric::id, XlsxMarks::format));
    }

    void write(List<Part> parts) throws IOException {
        open();
        for (Part part : parts) {
            try (Stream<Row> rows = PartReader.rows(part)) {
                for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                    write(each.next());
                }
            }
        }
        close();
    }

    private void open() throws IOException {
        sheets++;
        sheet = book.sheet(sheets == 1 ? NAME : NAME + " " + sheets);
        for (int column = 0; column < WIDTHS.size(); column++) {
            sheet.width(column, WIDTHS.get(column));
        }
        for (int column = 0; column < Row.COLUMNS.size(); column++) {
            sheet.heading(column, Row.COLUMNS.get(column), column == VALUE ? "right" : "left");
        }
        sheet.heading(Row.COLUMNS.size(), LOCAL_START, "left");
        sheet.freeze(0, 20);
        sheet.next();
    }

    private void close() throws IOException {
        sheet.finish(0, Row.COLUMNS.size() + 1);
    }

    private void write(Row row) throws IOException {
        if (sheet.lines() == mostLines) {
            close();
            open();
        }
        tally.add(row);
        List<String> cells = row.cells();
        for (int column = 0; column < cells.size(); column++) {
            if (column != VALUE && !cells.get(column).isEmpty()) {
                sheet.text(column, cells.get(column));
            }
        }
        value(row);
        localStart(OffsetDateTime.parse(row.bucketStart()));
        sheet.next();
    }

    private void value(Row row) {
        Status status = row.status();
        if (!row.value().isEmpty()) {
            sheet.number(VALUE, new BigDecimal(row.value()), formats.get(row.metric()));
        }
        if (status == Status.GAP || status == Status.PROVISIONAL) {
            sheet.fill(STATUS, XlsxMarks.fill(status));
        }
        if (status == Status.GAP) {
            sheet.fill(VALUE, XlsxMarks.fill(status));
        }
    }

    private void localStart(OffsetDateTime start) {
        if (belowADay) {
            sheet.time(Row.COLUMNS.size(), start.toLocalDateTime(), XlsxSheet.DATE_TIME);
        } else {
            sheet.date(Row.COLUMNS.size(), start.toLocalDate(), XlsxSheet.DATE);
        }
    }
}
