package com.giosg.chatreports.cli;

import com.giosg.chatreports.format.preview.FileLink;
import com.giosg.chatreports.format.preview.PreviewPage.RowView;
import com.giosg.chatreports.format.preview.PreviewPage.RowsView;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartReader;
import com.giosg.chatreports.row.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The first rows of a run, each with the request that it came from. */
final class PreviewRows {

    /** What somebody looks through; the file has the rest. */
    static final int MOST = 200;

    private final List<Request> requests;
    private final Set<String> met = new HashSet<>();

    /** Of these requests, which make the rows. */
    PreviewRows(List<Request> requests) {
        this.requests = requests;
    }

    /** Reads all of the file, and keeps little. */
    RowsView of(Path file, Path folder) throws IOException {
        List<RowView> shown = new ArrayList<>();
        long all = 0;
        try (Stream<Row> rows = PartReader.rows(new Part(file, 0, 0, false))) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); all++) {
                Row row = each.next();
                if (all < MOST) {
                    shown.add(view(row));
                }
            }
        }
        return new RowsView(shown, all, FileLink.of(folder, file));
    }

    private RowView view(Row row) {
        String request = requests.stream()
                .filter(asked -> isFrom(row, asked))
                .findFirst()
                .map(Request::id)
                .orElse("");
        return new RowView(
                request,
                met.add(request) && !request.isEmpty(),
                row.metric(),
                row.scope(),
                row.subject(),
                row.bucketStart(),
                row.bucketEnd(),
                row.value(),
                row.unit(),
                row.status().id());
    }

    private static boolean isFrom(Row row, Request request) {
        if (!request.metric().id().equals(row.metric()) || !request.scope().id().equals(row.scope())) {
            return false;
        }
        Instant start = OffsetDateTime.parse(row.bucketStart()).toInstant();
        return !start.isBefore(request.interval().start().toInstant())
                && start.isBefore(request.interval().end().toInstant());
    }
}
