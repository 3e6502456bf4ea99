package com.giosg.chatreports.format.view;

import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartReader;
import com.giosg.chatreports.row.Row;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is shown of the rows of a run, gathered while they pass by: a tally per subject and metric, and one per bucket
 * for the organization as a whole. A million rows leave no more behind than there are subjects.
 */
final class Gathered {

    private final boolean withBuckets;
    private final Map<Scope, Map<String, Subject>> subjects = new HashMap<>();

    /** By the start of the bucket as rows print it. */
    private final Map<String, Subject> buckets = new HashMap<>();

    private Gathered(boolean withBuckets) {
        this.withBuckets = withBuckets;
    }

    /**
     * Reads the parts once.
     *
     * @param withBuckets whether the organization's figures are wanted by bucket as well
     */
    static Gathered from(List<Part> parts, boolean withBuckets) throws IOException {
        Gathered gathered = new Gathered(withBuckets);
        for (Part part : parts) {
            try (Stream<Row> rows = PartReader.rows(part)) {
                for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                    gathered.add(each.next());
                }
            }
        }
        return gathered;
    }

    private void add(Row row) {
        Scope scope = Scope.of(row.scope()).orElseThrow();
        subjects.computeIfAbsent(scope, unused -> new LinkedHashMap<>())
                .computeIfAbsent(row.subjectId(), unused -> new Subject(row.subject()))
                .add(row);
        if (withBuckets && scope == Scope.ORG) {
            buckets.computeIfAbsent(row.bucketStart(), unused -> new Subject(""))
                    .add(row);
        }
    }

    /** Whether everything is known, and nothing happened. */
    boolean isEmpty() {
        return subjects.values().stream().flatMap(all -> all.values().stream()).allMatch(Subject::isEmpty);
    }

    /** The organization's figure for the whole window. */
    Figure total(Metric metric, boolean single) {
        return Optional.ofNullable(subjects.get(Scope.ORG))
                .map(all -> all.get(""))
                .map(organization -> organization.figure(metric, single))
                .orElse(Figure.none(Mark.ABSENT));
    }

    /** The organization's figure for one bucket. */
    Figure ofBucket(String start, Metric metric) {
        return Optional.ofNullable(buckets.get(start))
                .map(bucket -> bucket.figure(metric, true))
                .orElse(Figure.none(Mark.ABSENT));
    }

    /** A line per subject, those with the most of the first metric first. */
    List<Table.Line> lines(Scope scope, List<Metric> metrics, boolean single) {
        return subjects.getOrDefault(scope, Map.of()).entrySet().stream()
                .filter(entry -> !(entry.getKey().isEmpty() && entry.getValue().isGap()))
                .map(entry -> line(entry.getValue(), scope, metrics, single))
                .sorted(Comparator.comparing(
                                (Table.Line line) -> line.figures().get(0).value(),
                                Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(line -> line.label().top()))
                .toList();
    }

    private static Table.Line line(Subject subject, Scope scope, List<Metric> metrics, boolean single) {
        String name = subject.name.isEmpty() ? "No " + scope.id() : subject.name;
        return new Table.Line(
                new Label(name, ""),
                metrics.stream().map(metric -> subject.figure(metric, single)).toList());
    }

    /** The tallies of whoever or whatever rows are about, by the id of the metric. */
    private static final class Subject {

        private final String name;
        private final Map<String, Tally> tallies = new HashMap<>();

        Subject(String name) {
            this.name = name;
        }

        void add(Row row) {
            tallies.computeIfAbsent(row.metric(), unused -> new Tally()).add(row);
        }

        Figure figure(Metric metric, boolean single) {
            return tallies.getOrDefault(metric.id(), new Tally()).figure(metric, single);
        }

        boolean isEmpty() {
            return tallies.values().stream().allMatch(Tally::isEmpty);
        }

        boolean isGap() {
            return tallies.values().stream().allMatch(Tally::isGap);
        }
    }
}
