package com.giosg.chatreports.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is complete, on disk and never written again.
 *
 * @param file where it is kept
 * @param size how many bytes; negative: it could not be made
 * @param checksum CRC-32C of the bytes: tells a damaged disk, which is all it is for
 */
public record SealedFile(Path file, long size, long checksum) {

    /** One that could not be made: a name alone. */
    public static SealedFile missing(Path file) {
        return new SealedFile(file, -1, 0);
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
