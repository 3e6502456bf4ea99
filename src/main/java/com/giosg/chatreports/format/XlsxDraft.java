package com.giosg.chatreports.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The library notes when a workbook is written, and nothing can tell it otherwise; but the same rows are to be the same
 * bytes. So its draft is packed again with the time of the asking in that place.
 */
final class XlsxDraft {

    private static final String PROPERTIES = "docProps/core.xml";
    private static final Pattern CREATED = Pattern.compile("(?<=<dcterms:created xsi:type=\"dcterms:W3CDTF\">)[^<]*");

    /** The oldest that a zip archive can hold. */
    private static final LocalDateTime OLDEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** Hardly larger than with the default of 6, and much faster. */
    private static final int LEVEL = 4;

    private XlsxDraft() {}

    static void settle(Path draft, Instant created, OutputStream target) throws IOException {
        try (ZipFile source = new ZipFile(draft.toFile())) {
            ZipOutputStream packed = new ZipOutputStream(target);
            packed.setLevel(LEVEL);
            for (Iterator<? extends ZipEntry> each = source.entries().asIterator(); each.hasNext(); ) {
                ZipEntry entry = each.next();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(OLDEST);
                packed.putNextEntry(copy);
                try (InputStream content = source.getInputStream(entry)) {
                    copy(entry, content, created, packed);
                }
            }
            packed.finish();
        }
    }

    private static void copy(ZipEntry entry, InputStream content, Instant created, OutputStream packed)
            throws IOException {
        if (entry.getName().equals(PROPERTIES)) {
            String properties = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            String settled = CREATED.matcher(properties).replaceFirst(created.toString());
            packed.write(settled.getBytes(StandardCharsets.UTF_8));
        } else {
            content.transferTo(packed);
        }
    }
}
