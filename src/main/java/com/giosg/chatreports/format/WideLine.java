package com.giosg.chatreports.format;

import com.giosg.chatreports.row.Row.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The figures of one subject and bucket, in the order of the metrics; nothing where none was asked. */
final class WideLine {

    private final Key key;
    private final String[] figures;
    private final Status[] statuses;

    WideLine(Key key, int metrics) {
        this.key = key;
        this.figures = new String[metrics];
        this.statuses = new Status[metrics];
        Arrays.fill(figures, "");
    }

    /** What tells lines apart. */
    record Key(
            String organizationId,
            String organization,
            String scope,
            String subjectId,
            String subject,
            String bucketStart,
            String bucketEnd,
            String granularity) {

        static final List<String> COLUMNS = List.of(
                "organization_id",
                "organization",
                "scope",
                "subject_id",
                "subject",
                "bucket_start",
                "bucket_end",
                "granularity");

        List<String> cells() {
            return List.of(
                    organizationId, organization, scope, subjectId, subject, bucketStart, bucketEnd, granularity);
        }
    }

    void put(int metric, String figure, Status status) {
        figures[metric] = figure;
        statuses[metric] = status;
    }

    Key key() {
        return key;
    }

    /** A plain number, or empty. */
    String figure(int metric) {
        return figures[metric];
    }

    boolean has(int metric, Status status) {
        return statuses[metric] == status;
    }

    boolean has(Status status) {
        return Arrays.asList(statuses).contains(status);
    }

    /** Of all its figures. */
    Status worst() {
        return Arrays.stream(statuses)
                .filter(Objects::nonNull)
                .max(Status::compareTo)
                .orElse(Status.OK);
    }

    /** The key, the figures and the worst status. */
    List<String> cells() {
        List<String> cells = new ArrayList<>(Key.COLUMNS.size() + figures.length + 1);
        cells.addAll(key.cells());
        cells.addAll(Arrays.asList(figures));
        cells.add(worst().id());
        return cells;
    }
}
