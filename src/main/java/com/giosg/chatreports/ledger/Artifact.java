package com.giosg.chatreports.ledger;

import com.giosg.chatreports.row.Checksums;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is delivered as often as it takes, always with the same bytes.
 *
 * @param file where it is kept
 * @param size how many bytes; negative: it could not be made
 * @param checksum CRC-32C of the bytes
 */
public record Artifact(Path file, long size, long checksum) {

    /** One that is finished and on disk. */
    public static Artifact of(Path file) throws IOException {
        return new Artifact(file, Files.size(file), Checksums.of(file));
    }

    /** One that could not be made: a name alone. */
    public static Artifact missing(Path file) {
        return new Artifact(file, -1, 0);
    }

    /** Whether the file is there and holds what was written. */
    public boolean isIntact() {
        try {
            return Files.size(file) == size && Checksums.of(file) == checksum;
        } catch (IOException e) {
            return false;
        }
    }
}
