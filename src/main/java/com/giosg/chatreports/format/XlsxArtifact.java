package com.giosg.chatreports.format;

import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.view.Mark;
import com.giosg.chatreports.format.view.ReportView;
import com.giosg.chatreports.format.view.ReportViews;
import com.giosg.chatreports.format.view.Room;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.row.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/** A workbook: a summary where figures are measured by something, a sheet for people per scope, all rows for machines, and what it is about. */
final class XlsxArtifact {

    private final ReportFacts facts;
    private final int mostWideLines;
    private final int mostLines;
    private final List<String> notes = new ArrayList<>();

    /**
     * A workbook about these facts.
     *
     * @param mostWideLines of all sheets for people together, since they are sorted in memory
     * @param mostLines of one sheet
     */
    XlsxArtifact(ReportFacts facts, int mostWideLines, int mostLines) {
        this.facts = facts;
        this.mostWideLines = mostWideLines;
        this.mostLines = mostLines;
    }

    /**
     * Writes the workbook.
     *
     * @param scratch a folder for a draft that is removed again
     */
    static void write(List<Part> parts, ReportFacts facts, Path scratch, OutputStream target) throws IOException {
        new XlsxArtifact(facts, WideLines.MOST, Worksheet.MAX_ROWS).write(parts, scratch, target);
    }

    void write(List<Part> parts, Path scratch, OutputStream target) throws IOException {
        Path draft = Files.createTempFile(scratch, "workbook.", ".tmp");
        try {
            try (OutputStream file = Files.newOutputStream(draft);
                    XlsxBook book = new XlsxBook(file, ReportViews.title(facts))) {
                sheets(parts, book);
            }
            XlsxDraft.settle(draft, facts.askedAt(), target);
        } finally {
            Files.delete(draft);
        }
    }

    private void sheets(List<Part> parts, XlsxBook book) throws IOException {
        ReportView view = ReportViews.of(facts, parts, Room.TOTALS);
        if (!facts.yardstick().isNone()) {
            XlsxSummarySheet.write(facts, view, book);
        }
        view.notices().stream().filter(notice -> notice.mark() == Mark.DOUBTFUL).forEach(notice -> {
            notes.add(notice.headline());
            notes.addAll(notice.details());
        });
        wideSheets(parts, book);
        Tally tally = new Tally();
        new XlsxLongSheets(facts, book, mostLines, tally).write(parts);
        XlsxAboutSheet.write(facts, tally, notes, book);
    }

    /** They are for people, who can do without: all rows are there in any case. */
    private void wideSheets(List<Part> parts, XlsxBook book) throws IOException {
        try {
            WideLines wide = WideLines.of(parts, facts, mostWideLines);
            for (Scope scope : facts.scopes()) {
                if (facts.metrics().stream().anyMatch(metric -> metric.scopes().contains(scope))) {
                    XlsxWideSheet.write(facts, scope, wide.of(scope), book);
                }
            }
        } catch (TooManyLines e) {
            notes.add(facts.language().text(Phrase.TOO_MANY_LINES, mostWideLines));
        }
    }
}
