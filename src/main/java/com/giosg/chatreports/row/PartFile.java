package com.giosg.chatreports.row;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The part file of one request while rows are still being appended. Its lines end in CRLF, as RFC 4180 has it.
 *
 * <p>Closed without a seal it leaves nothing behind: an answer that breaks off half-way has no rows.
 */
public final class PartFile implements Closeable {

    private final SealableFile file;
    private long rows;
    private boolean guarded;

    public PartFile(Path file) throws IOException {
        this.file = new SealableFile(file);
        append(Part.HEADING);
    }

    public void append(Iterable<Row> more) throws IOException {
        for (Row row : more) {
            append(row);
        }
    }

    private void append(Row row) throws IOException {
        append(row.figure(), ',');
        append(row.about(), ',');
        append(row.bucket(), ',');
        append(row.value());
        file.write(',');
        append(row.qualifiers(), '\r');
        file.write('\n');
        rows++;
    }

    private void append(Cells cells, char separator) throws IOException {
        byte[] csv = cells.csv();
        file.write(csv, 0, csv.length);
        file.write(separator);
        guarded |= cells.anyLooksLikeFormula();
    }

    /** A number or the heading: plain ASCII without anything to quote. */
    private void append(String ascii) throws IOException {
        for (int i = 0; i < ascii.length(); i++) {
            file.write(ascii.charAt(i));
        }
    }

    /** Forces the rows to disk under their final name. */
    public Part seal() throws IOException {
        SealedFile sealed = file.seal();
        return new Part(sealed.file(), rows, sealed.checksum(), guarded);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
