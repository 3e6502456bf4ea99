package com.giosg.chatreports.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Worksheet;

/** A sheet that is written line by line and leaves memory as it grows. Every cell is a value; there are no formulas. */
final class XlsxSheet {

    static final String DATE = "yyyy-mm-dd";
    static final String DATE_TIME = "yyyy-mm-dd hh:mm";

    private static final int LINES_IN_MEMORY = 500;
    private static final double LINE_HEIGHT = 15;
    private static final String HEADING = "D9E2EC";

    private final XlsxBook book;
    private final Worksheet sheet;
    private final Map<Integer, Double> widths = new HashMap<>();
    private int line;
    private int tallest = 1;

    XlsxSheet(XlsxBook book, Worksheet sheet) {
        this.book = book;
        this.sheet = sheet;
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    /** In characters; before the first line. */
    void width(int column, double characters) {
        widths.put(column, characters);
        sheet.width(column, characters);
    }

    /** How many lines there are. */
    int lines() {
        return line;
    }

    /** Typed as text, whatever it looks like. */
    void text(int column, String text) {
        String fitting = XlsxText.fitting(text);
        if (book.shares(fitting)) {
            sheet.value(line, column, fitting);
        } else {
            sheet.inlineString(line, column, fitting);
        }
    }

    void title(int column, String text) {
        text(column, text);
        style(column).bold().fontSize(14).set();
    }

    void bold(int column, String text) {
        text(column, text);
        style(column).bold().verticalAlignment("top").set();
    }

    /** A word in a column of numbers. */
    void aligned(int column, String text) {
        text(column, text);
        style(column).horizontalAlignment("right").set();
    }

    void centred(int column, String text) {
        text(column, text);
        style(column).horizontalAlignment("center").set();
    }

    void centred(int column, String text, String fill) {
        text(column, text);
        style(column).horizontalAlignment("center").fillColor(fill).set();
    }

    /** Text that goes on below where the column is too narrow; the line grows with it, as far as one can guess. */
    void wrapped(int column, String text) {
        text(column, text);
        style(column).wrapText(true).verticalAlignment("top").set();
        double width = widths.get(column);
        int high =
                text.lines().mapToInt(each -> 1 + (int) (each.length() / width)).sum();
        tallest = Math.max(tallest, high);
    }

    /** A number beside wrapped text. */
    void count(int column, long count) {
        sheet.value(line, column, count);
        style(column)
                .format("#,##0")
                .horizontalAlignment("left")
                .verticalAlignment("top")
                .set();
    }

    void number(int column, BigDecimal number, String format) {
        sheet.value(line, column, number);
        style(column).format(format).set();
    }

    void number(int column, BigDecimal number, String format, String fill) {
        sheet.value(line, column, number);
        style(column).format(format).fillColor(fill).set();
    }

    void date(int column, LocalDate date, String format) {
        sheet.value(line, column, date);
        style(column).format(format).horizontalAlignment("left").set();
    }

    void time(int column, LocalDateTime time, String format) {
        sheet.value(line, column, time);
        style(column).format(format).horizontalAlignment("left").set();
    }

    /** Beside wrapped text, so that a line is read from its top. */
    void top(int column) {
        style(column).verticalAlignment("top").set();
    }

    void fill(int column, String colour) {
        style(column).fillColor(colour).set();
    }

    void heading(int column, String text, String alignment) {
        text(column, text);
        style(column)
                .bold()
                .wrapText(true)
                .fillColor(HEADING)
                .horizontalAlignment(alignment)
                .verticalAlignment("center")
                .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
                .set();
    }

    /** The line under way is the heading: it stays in sight and on every printed page, as do these columns. */
    void freeze(int columns, double height) {
        sheet.rowHeight(line, height);
        sheet.freezePane(columns, line + 1);
        sheet.repeatRows(line);
    }

    /** Ends the line under way. */
    void next() throws IOException {
        if (tallest > 1) {
            sheet.rowHeight(line, Math.min(Worksheet.MAX_ROW_HEIGHT, tallest * LINE_HEIGHT));
            tallest = 1;
        }
        line++;
        if (line % LINES_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    /** Ends the sheet with a filter from the heading to the last line. */
    void finish(int heading, int columns) throws IOException {
        sheet.setAutoFilter(heading, 0, Math.max(heading, line - 1), columns - 1);
        sheet.finish();
    }

    void finish() throws IOException {
        sheet.finish();
    }

    private StyleSetter style(int column) {
        return sheet.style(line, column);
    }
}
