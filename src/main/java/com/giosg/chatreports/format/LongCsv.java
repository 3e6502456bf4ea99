package com.giosg.chatreports.format;

import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.config.ArtifactSettings.Format;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.Row;
import com.giosg.chatreports.row.SealableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The long CSV in the dialect of the parts: their bytes one after the other, below a header. */
final class LongCsv {

    private LongCsv() {}

    static boolean isConcatenation(List<Part> parts, ArtifactSettings settings) {
        boolean guarded = settings.formulaGuard() && parts.stream().anyMatch(Part::guarded);
        return settings.format() == Format.CSV && settings.delimiter() == ',' && !settings.bom() && !guarded;
    }

    static void concatenate(List<Part> parts, SealableFile target) throws IOException {
        target.write((String.join(",", Row.COLUMNS) + "\r\n").getBytes(StandardCharsets.UTF_8));
        for (Part part : parts) {
            target.append(part.file());
        }
    }
}
