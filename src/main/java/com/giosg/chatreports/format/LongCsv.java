package com.giosg.chatreports.format;

import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.config.ArtifactSettings.Format;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.Row;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** The long CSV in the dialect of the parts: their bytes one after the other, below a header. */
final class LongCsv {

    private LongCsv() {}

    static boolean isConcatenation(List<Part> parts, ArtifactSettings settings) {
        boolean guarded = settings.formulaGuard() && parts.stream().anyMatch(Part::guarded);
        return settings.format() == Format.CSV && settings.delimiter() == ',' && !settings.bom() && !guarded;
    }

    static void concatenate(List<Part> parts, OutputStream target) throws IOException {
        target.write((String.join(",", Row.COLUMNS) + "\r\n").getBytes(StandardCharsets.UTF_8));
        for (Part part : parts) {
            try (InputStream rows = Files.newInputStream(part.file())) {
                rows.transferTo(target);
            }
        }
    }
}
