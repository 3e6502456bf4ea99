package com.giosg.chatreports.row;

import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** A sealable file that knows the checksum of what was written to it; files appended as a whole are not part of that. */
final class ChecksummedFile extends SealableFile {

    private final CRC32C checksum = new CRC32C();

    ChecksummedFile(Path file) throws IOException {
        super(file);
    }

    @Override
    void writeThrough(byte[] bytes, int offset, int length) throws IOException {
        checksum.update(bytes, offset, length);
        super.writeThrough(bytes, offset, length);
    }

    /** CRC-32C of everything written. */
    long checksum() {
        return checksum.getValue();
    }
}
