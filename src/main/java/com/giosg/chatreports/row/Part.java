package com.giosg.chatreports.row;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The rows of one request on disk, as a long CSV of their own: {@link #HEADING}, then a line per row; UTF-8, RFC 4180,
 * comma, CRLF.
 *
 * @param file where they are
 * @param rows how many
 * @param checksum CRC-32C of the bytes: tells a damaged disk, which is all it is for
 * @param guarded whether some cell would be taken for a formula by a spreadsheet
 */
public record Part(Path file, long rows, long checksum, boolean guarded) {

    /** The first line of every part, with its end. ASCII. */
    public static final String HEADING = String.join(",", Row.COLUMNS) + "\r\n";

    /** Whether the file is there and holds what was written. */
    public boolean isIntact() {
        try {
            return Checksums.of(file) == checksum;
        } catch (IOException e) {
            return false;
        }
    }
}
