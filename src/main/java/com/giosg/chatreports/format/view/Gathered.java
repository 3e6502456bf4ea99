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
    private final int buckets;
    private final boolean withBuckets;
    private final Optional<Gathered> whole;
    private final Map<Scope, Map<String, Subject>> subjects = new HashMap<>();

    /** By the start of the bucket as rows print it. */
    private final Map<String, Subject> byBucket = new HashMap<>();

    private Gathered(Language language, Scope headline, int buckets, boolean withBuckets, Optional<Gathered> whole) {
        this.language = language;
        this.headline = headline;
        this.buckets = buckets;
        this.withBuckets = withBuckets;
        this.whole = whole;
    }

    /**
     * Reads the parts once.
     *
     * @param headline the scope of the figures that the report is about as a whole: the organization's, or those of its only team
     * @param buckets how many the window has
     * @param withBuckets whether the figures of the whole are wanted by bucket as well
     * @param whole what was answered for the whole window where its buckets do not make a figure
     */
    static Gathered from(
            List<Part> parts, Language language, Scope headline, int buckets, boolean withBuckets, Gathered whole)
            throws IOException {
        return new Gathered(language, headline, buckets, withBuckets, Optional.of(whole)).read(parts);
    }

    /** Reads parts that have a window as their only bucket. */
    static Gathered ofWindow(List<Part> parts, Language language, Scope headline) throws IOException {
        return new Gathered(language, headline, 1, false, Optional.empty()).read(parts);
    }

    private Gathered read(List<Part> parts) throws IOException {
        for (Part part : parts) {
            try (Stream<Row> rows = PartReader.rows(part)) {
                for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                    add(each.next());
                }
            }
        }
        return this;
    }

    private void add(Row row) {
        Scope scope = Scope.of(row.scope()).orElseThrow();
        subjects.computeIfAbsent(scope, unused -> new LinkedHashMap<>())
                .computeIfAbsent(row.subjectId(), unused -> new Subject(row.subject()))
                .add(row);
        if (withBuckets && scope == headline) {
            byBucket.computeIfAbsent(row.bucketStart(), unused -> new Subject(""))
                    .add(row);
        }
    }

    /** Whether everything is known, and nothing happened. */
    boolean isEmpty() {
        return subjects.values().stream().flatMap(all -> all.values().stream()).allMatch(Subject::isEmpty);
    }

    /** The figure for the whole window. */
    Figure total(Metric metric) {
        return subjects.getOrDefault(headline, Map.of()).entrySet().stream()
                .findFirst()
                .map(only -> figure(headline, only.getKey(), only.getValue(), metric))
                .orElse(Figure.none(Mark.ABSENT, language));
    }

    /** The same for one bucket. */
    Figure ofBucket(String start, Metric metric) {
        return Optional.ofNullable(byBucket.get(start))
                .map(bucket -> bucket.figure(metric, true, language))
                .orElse(Figure.none(Mark.ABSENT, language));
    }

    /** Of one subject: Giosg's own answer for the whole window where the buckets do not make a figure. */
    private Figure figure(Scope scope, String id, Subject subject, Metric metric) {
        Figure ofBuckets = subject.figure(metric, buckets == 1, language);
        return ofBuckets.mark() == Mark.APART ? answered(scope, id, metric).orElse(ofBuckets) : ofBuckets;
    }

    private Optional<Figure> answered(Scope scope, String id, Metric metric) {
        return whole.map(answers -> answers.subjects.getOrDefault(scope, Map.of()))
                .map(ofScope -> ofScope.get(id))
                .map(subject -> subject.figure(metric, true, language))
                .filter(figure -> figure.mark() != Mark.ABSENT);
    }

    /** Whether there is an average among the figures of a scope that Giosg answered for the whole window. */
    boolean isAnsweredAsAWhole(Scope scope) {
        return whole.filter(answers -> answers.subjects.containsKey(scope)).isPresent();
    }

    /** A line per subject, those with the most of the first metric first. */
    List<Table.Line> lines(Scope scope, List<Metric> metrics) {
        return subjects.getOrDefault(scope, Map.of()).entrySet().stream()
                .filter(entry -> !(entry.getKey().isEmpty() && entry.getValue().isGap()))
                .map(entry -> line(entry.getKey(), entry.getValue(), scope, metrics))
                .sorted(Comparator.comparing(
                                (Table.Line line) -> line.figures().get(0).value(),
                                Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(line -> line.label().top()))
                .toList();
    }

    private Table.Line line(String id, Subject subject, Scope scope, List<Metric> metrics) {
        String name = id.isEmpty() ? Scopes.nobody(scope, language) : subject.name;
        return new Table.Line(
                new Label(name, ""),
                metrics.stream()
                        .map(metric -> figure(scope, id, subject, metric))
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
