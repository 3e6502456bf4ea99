package com.giosg.chatreports.route;

import com.giosg.chatreports.row.Answer;
import com.giosg.chatreports.row.PartFile;
import com.giosg.chatreports.row.RowMapper;
import java.io.Closeable;
import java.io.IOException;

/**
 * An answer on its way to rows on disk.
 *
 * @param answer what arrives
 * @param mapper makes rows of it
 * @param part where they go
 */
public record ActiveRows(Answer answer, RowMapper mapper, PartFile part) implements Closeable {

    /** Drops what is not sealed, as part of a failure. */
    void drop(Exception failure) {
        try {
            close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** Drops what is not sealed. */
    @Override
    public void close() throws IOException {
        try (answer;
                part) {
            // Both are closed whichever of them fails.
        }
    }
}
