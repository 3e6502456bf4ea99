package com.giosg.chatreports.row;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Neighbouring cells of a row that many rows have in common. They are turned into CSV once, however many rows share
 * them: a million rows of 5,000 subjects cost 5,000 conversions.
 */
public final class Cells {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final List<String> texts;
    private final boolean formula;
    private byte[] csv;

    public Cells(List<String> texts) {
        this.texts = List.copyOf(texts);
        this.formula = texts.stream().anyMatch(Cells::looksLikeFormula);
    }

    public static Cells of(String... texts) {
        return new Cells(List.of(texts));
    }

    /** Whether a spreadsheet would take the text for a formula. */
    public static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    public List<String> texts() {
        return texts;
    }

    String text(int index) {
        return texts.get(index);
    }

    boolean anyLooksLikeFormula() {
        return formula;
    }

    /** As they stand in a part file, with the commas between them. */
    byte[] csv() {
        if (csv == null) {
            StringWriter line = new StringWriter();
            CsvWriter.builder()
                    .bufferSize(0)
                    .lineDelimiter(LineDelimiter.LF)
                    .build(line)
                    .writeRecord(texts);
            int lineEnd = line.getBuffer().length() - 1;
            csv = line.getBuffer().substring(0, lineEnd).getBytes(StandardCharsets.UTF_8);
        }
        return csv;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cells cells && texts.equals(cells.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        return String.join(",", texts);
    }
}
