package com.giosg.chatreports.row;

import com.giosg.chatreports.names.Names;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.row.AskedBuckets.AskedBucket;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The rows of teams or users that occur in another part of a question: a long window is asked in several requests, and
 * none of them knows of the others, but whoever occurs in one has a row for every bucket of the window.
 */
public final class FillRows {

    private FillRows() {}

    /**
     * One row per subject and bucket that had begun, as for the subjects of the answer itself.
     *
     * @param subjectIds the teams or users that do not occur in the answer to this request
     * @param names who they are
     * @param asked when the question was asked
     */
    public static Iterable<Row> of(Request request, Collection<String> subjectIds, Names names, Instant asked) {
        RequestCells cells = new RequestCells(request, names);
        List<Cells> subjects = subjectIds.stream().map(cells::about).toList();
        AskedBuckets buckets = new AskedBuckets(request, asked);
        return () -> buckets.stream()
                .filter(AskedBucket::begun)
                .flatMap(bucket -> subjects.stream().map(subject -> cells.filled(subject, bucket)))
                .iterator();
    }
}
