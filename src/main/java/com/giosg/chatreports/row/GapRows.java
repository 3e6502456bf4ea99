package com.giosg.chatreports.row;

import com.giosg.chatreports.names.Names;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.row.AskedBuckets.AskedBucket;
import com.giosg.chatreports.row.Row.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The rows of a request that failed: each figure that could not be had is there, without a value. */
public final class GapRows {

    private GapRows() {}

    /**
     * One row per subject and bucket that had begun; buckets that start later stay out, as in an answer.
     *
     * @param subjectIds the known teams or users of the scope; where none is known, the rows have no subject
     * @param names what they are called
     * @param asked when the question was asked
     */
    public static Iterable<Row> of(Request request, Collection<String> subjectIds, Names names, Instant asked) {
        RequestCells cells = new RequestCells(request, names);
        List<Cells> subjects = subjectIds.isEmpty()
                ? List.of(Cells.of("", ""))
                : subjectIds.stream().map(cells::about).toList();
        AskedBuckets buckets = new AskedBuckets(request, asked);
        return () -> buckets.stream()
                .filter(AskedBucket::begun)
                .flatMap(bucket -> subjects.stream()
                        .map(subject ->
                                new Row(cells.figure(), subject, bucket.cells(), "", cells.qualifiers(Status.GAP))))
                .iterator();
    }
}
