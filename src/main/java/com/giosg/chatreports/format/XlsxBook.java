package com.giosg.chatreports.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.Deflater;
import org.dhatim.fastexcel.Workbook;

/** A workbook that is written sheet by sheet, each from its top: only one is under way at a time. */
final class XlsxBook implements AutoCloseable {

    /** Texts beyond these stand in their cells, so that memory does not grow with the rows. */
    private static final int MOST_SHARED_TEXTS = 50_000;

    private final Workbook workbook;
    private final Set<String> sharedTexts = new HashSet<>();

    XlsxBook(OutputStream target, String title) {
        workbook = new Workbook(target, "Giosg Chat Reports", null);
        // A draft, see XlsxDraft: it is read once.
        workbook.setCompressionLevel(Deflater.BEST_SPEED);
        workbook.properties().setTitle(XlsxText.fitting(title));
    }

    XlsxSheet sheet(String name) {
        return new XlsxSheet(this, workbook.newWorksheet(name));
    }

    /** Whether the text goes into the table that all sheets share. */
    boolean shares(String text) {
        return sharedTexts.contains(text) || (sharedTexts.size() < MOST_SHARED_TEXTS && sharedTexts.add(text));
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
