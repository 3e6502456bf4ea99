package com.giosg.chatreports.format;

import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.row.Cells;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Lines as RFC 4180, in the dialect that was asked for. */
final class CsvLines {

    private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    private CsvLines() {}

    static void write(Lines lines, ArtifactSettings settings, OutputStream target) throws IOException {
        if (settings.bom()) {
            target.write(BYTE_ORDER_MARK);
        }
        CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(settings.delimiter())
                .lineDelimiter(LineDelimiter.CRLF)
                .build(target, StandardCharsets.UTF_8);
        csv.writeRecord(lines.columns());
        boolean[] guarded = guarded(lines, settings);
        lines.forEach(cells -> csv.writeRecord(guard(cells, guarded)));
        csv.flush();
    }

    /** Which columns hold text that needs the guard; figures may well start with a minus. */
    private static boolean[] guarded(Lines lines, ArtifactSettings settings) {
        boolean[] guarded = new boolean[lines.columns().size()];
        IntStream.range(0, guarded.length)
                .forEach(column -> guarded[column] = settings.formulaGuard()
                        && !lines.figures().contains(lines.columns().get(column)));
        return guarded;
    }

    private static List<String> guard(List<String> cells, boolean[] guarded) {
        List<String> safe = new ArrayList<>(cells.size());
        for (int column = 0; column < guarded.length; column++) {
            String cell = cells.get(column);
            safe.add(guarded[column] && Cells.looksLikeFormula(cell) ? "'" + cell : cell);
        }
        return safe;
    }
}
