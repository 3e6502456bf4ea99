package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
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
 * for what the report is about as a whole. A million rows leave no more behind than there are subjects.
 */
final class Gathered {

    private final Language language;
    private final Scope headline;
    private final boolean withBuckets;
    private final Map<Scope, Map<String, Subject>> subjects = new HashMap<>();

    /** By the start of the bucket as rows print it. */
    private final Map<String, Subject> buckets = new HashMap<>();

    private Gathered(Language language, Scope headline, boolean withBuckets) {
        this.language = language;
        this.headline = headline;
        this.withBuckets = withBuckets;
    }

    /**
     * Reads the parts once.
     *
     * @param headline the scope of the figures that the report is about as a whole: the organization's, or those of its only team
     * @param withBuckets whether these are wanted by bucket as well
     */
    static Gathered from(List<Part> parts, Language language, Scope headline, boolean withBuckets) throws IOException {
        Gathered gathered = new Gathered(language, headline, withBuckets);
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
        if (withBuckets && scope == headline) {
            buckets.computeIfAbsent(row.bucketStart(), unused -> new Subject(""))
                    .add(row);
        }
    }

    /** Whether everything is known, and nothing happened. */
    boolean isEmpty() {
        return subjects.values().stream().flatMap(all -> all.values().stream()).allMatch(Subject::isEmpty);
    }

    /** The figure for the whole window. */
    Figure total(Metric metric, boolean single) {
        return subjects.getOrDefault(headline, Map.of()).values().stream()
                .findFirst()
                .map(whole -> whole.figure(metric, single, language))
                .orElse(Figure.none(Mark.ABSENT, language));
    }

    /** The same for one bucket. */
    Figure ofBucket(String start, Metric metric) {
        return Optional.ofNullable(buckets.get(start))
                .map(bucket -> bucket.figure(metric, true, language))
                .orElse(Figure.none(Mark.ABSENT, language));
    }

    /** A line per subject, those with the most of the first metric first. */
    List<Table.Line> lines(Scope scope, List<Metric> metrics, boolean single) {
        return subjects.getOrDefault(scope, Map.of()).entrySet().stream()
                .filter(entry -> !(entry.getKey().isEmpty() && entry.getValue().isGap()))
                .map(entry -> line(entry.getKey(), entry.getValue(), scope, metrics, single))
                .sorted(Comparator.comparing(
                                (Table.Line line) -> line.figures().get(0).value(),
                                Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(line -> line.label().top()))
                .toList();
    }

    private Table.Line line(String id, Subject subject, Scope scope, List<Metric> metrics, boolean single) {
        String name = id.isEmpty() ? Scopes.nobody(scope, language) : subject.name;
        return new Table.Line(
                new Label(name, ""),
                metrics.stream()
                        .map(metric -> subject.figure(metric, single, language))
                        .toList());
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

        Figure figure(Metric metric, boolean single, Language language) {
            return tallies.getOrDefault(metric.id(), new Tally()).figure(metric, single, language);
        }

        boolean isEmpty() {
            return tallies.values().stream().allMatch(Tally::isEmpty);
        }

        boolean isGap() {
            return tallies.values().stream().allMatch(Tally::isGap);
        }
    }
}
