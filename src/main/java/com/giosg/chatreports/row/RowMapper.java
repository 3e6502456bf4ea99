package com.giosg.chatreports.row;

import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.names.Names;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.row.AskedBuckets.AskedBucket;
import com.giosg.chatreports.row.Row.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Turns the datapoints of one answer into rows and knows afterwards which buckets were absent. A bit per subject and
 * bucket is all it remembers, so it works the same for a million rows as for ten. For one answer and one thread.
 */
public final class RowMapper {

    /** Teams or users of one answer; more would not fit the small heap this runs with. */
    private static final int MOST_SUBJECTS = 50_000;

    /** Bits: 12 MiB. */
    private static final int MOST_CELLS = 100_000_000;

    private final Request request;
    private final RequestCells cells;
    private final AskedBuckets buckets;
    private final Map<String, Subject> subjects = new LinkedHashMap<>();

    /** By bucket: the numbers of the subjects that have a row for it. */
    private final BitSet[] answered;

    private Subject last = new Subject("", -1, Cells.of());

    /**
     * A mapper for the answer to this request.
     *
     * @param names what its teams or users are called
     * @param asked when the question was asked: what had not ended or not settled then is provisional
     */
    public RowMapper(Request request, Names names, Instant asked) {
        this.request = request;
        this.cells = new RequestCells(request, names);
        this.buckets = new AskedBuckets(request, asked);
        this.answered = Stream.generate(BitSet::new).limit(buckets.size()).toArray(BitSet[]::new);
        if (request.scope() == Scope.ORG) {
            subjects.put("", new Subject("", 0, cells.about("")));
        }
    }

    /** A team, a user or the organization, numbered in the order of the answer. */
    private static final class Subject {

        final String id;
        final int number;
        final Cells about;

        /** The subject of the row that came after its last one: mostly it is the same again, bucket after bucket. */
        Subject follower;

        Subject(String id, int number, Cells about) {
            this.id = id;
            this.number = number;
            this.about = about;
        }
    }

    /** The rows of these datapoints, in their order. That there is nothing to average in the future goes without saying. */
    public List<Row> rows(List<Datapoint> datapoints) throws RequestFailure {
        List<Row> rows = new ArrayList<>(datapoints.size());
        for (Datapoint datapoint : datapoints) {
            AskedBucket bucket = buckets.at(datapoint.timestamp());
            Subject subject = subject(Objects.requireNonNullElse(datapoint.subjectId(), ""));
            if (datapoint.value() != null) {
                rows.add(row(subject, bucket, datapoint.value(), bucket.status()));
            } else if (!request.metric().aggregation().addsUp() && bucket.begun()) {
                rows.add(row(subject, bucket, "", Status.NONE));
            }
        }
        return rows;
    }

    private Subject subject(String id) throws RequestFailure {
        Subject follower = last.follower;
        if (follower == null || !follower.id.equals(id)) {
            follower = find(id);
            last.follower = follower;
        }
        last = follower;
        return follower;
    }

    private Subject find(String id) throws RequestFailure {
        Subject known = subjects.get(id);
        if (known != null) {
            return known;
        }
        if (subjects.size() == Math.min(MOST_SUBJECTS, MOST_CELLS / buckets.size())) {
            throw new RequestFailure(
                    FailureKind.LIMIT,
                    "the answer has more than %d subjects with %d buckets each"
                            .formatted(subjects.size(), buckets.size()));
        }
        Subject subject = new Subject(id, subjects.size(), cells.about(id));
        subjects.put(id, subject);
        return subject;
    }

    private Row row(Subject subject, AskedBucket bucket, String value, Status status) throws RequestFailure {
        BitSet seen = answered[bucket.index()];
        if (seen.get(subject.number)) {
            throw new RequestFailure(
                    FailureKind.SHAPE_CHANGED,
                    "the bucket %s was answered twice for %s"
                            .formatted(bucket.cells().text(0), name(subject)));
        }
        seen.set(subject.number);
        return new Row(cells.figure(), subject.about, bucket.cells(), value, cells.qualifiers(status));
    }

    private String name(Subject subject) {
        return request.scope() == Scope.ORG
                ? "the organization"
                : request.scope().id() + " " + Quoted.text(subject.about.text(1));
    }

    /**
     * Rows for the buckets that were not answered, once all datapoints are in: nothing happened in them, so counts and
     * sums are 0, and averages have nothing to average. Buckets that start after the asking stay out.
     */
    public Iterable<Row> fill() {
        return () -> buckets.stream()
                .filter(bucket -> request.fill() && bucket.begun())
                .flatMap(bucket -> subjects.values().stream()
                        .filter(subject -> !answered[bucket.index()].get(subject.number))
                        .map(subject -> cells.filled(subject.about, bucket)))
                .iterator();
    }
}
