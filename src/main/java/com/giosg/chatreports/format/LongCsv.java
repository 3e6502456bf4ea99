package com.giosg.chatreports.format;

import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.config.ArtifactSettings.Format;
import com.giosg.chatreports.config.ArtifactSettings.Layout;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.SealableFile;
import com.giosg.chatreports.row.SealedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The long CSV in the dialect of the parts: their lines one after the other, below one heading. */
final class LongCsv {

    private LongCsv() {}

    static boolean isConcatenation(List<Part> parts, ArtifactSettings settings) {
        boolean guarded = settings.formulaGuard() && parts.stream().anyMatch(Part::guarded);
        return settings.layout() == Layout.LONG
                && settings.format() == Format.CSV
                && settings.delimiter() == ','
                && !settings.bom()
                && !guarded;
    }

    /** A lone part is the artifact already: complete, on disk and never written again, so another name for it will do. */
    static SealedFile write(List<Part> parts, Path target) throws IOException {
        Part first = parts.get(0);
        if (parts.size() == 1 && link(first.file(), target)) {
            return new SealedFile(target, Files.size(target), first.checksum());
        }
        return concatenate(parts, target);
    }

    /** False where the file system knows no links, or allows none. */
    private static boolean link(Path part, Path target) throws IOException {
        Files.deleteIfExists(target);
        try {
            Files.createLink(target, part);
            return true;
        } catch (UnsupportedOperationException | FileSystemException e) {
            return false;
        }
    }

    private static SealedFile concatenate(List<Part> parts, Path target) throws IOException {
        try (SealableFile file = new SealableFile(target)) {
            file.write(Part.HEADING.getBytes(StandardCharsets.US_ASCII));
            for (Part part : parts) {
                file.append(part.file(), Part.HEADING.length());
            }
            return file.seal();
        }
    }
}
