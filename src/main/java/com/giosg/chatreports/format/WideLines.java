package com.giosg.chatreports.format;

import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartReader;
import com.giosg.chatreports.row.Row;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A line per subject and bucket, a column per metric: sorted, so all of them are in memory. */
final class WideLines implements Lines {

    static final int MOST = 100_000;

    private final int most;
    private final List<String> metrics;
    private final List<String> scopes;
    private final Map<WideLine.Key, WideLine> lines = new HashMap<>();

    /** One string for the same text: most cells repeat, and each was read into a string of its own. */
    private final Map<String, String> texts = new HashMap<>();

    private final Map<String, Instant> instants = new HashMap<>();

    private WideLines(ReportFacts facts, int most) {
        this.most = most;
        this.metrics = facts.metricIds();
        this.scopes = facts.scopeIds();
    }

    /**
     * Reads all rows.
     *
     * @throws TooManyLines when they would be more than {@link #MOST}
     */
    static WideLines of(List<Part> parts, ReportFacts facts) throws IOException, TooManyLines {
        return of(parts, facts, MOST);
    }

    static WideLines of(List<Part> parts, ReportFacts facts, int most) throws IOException, TooManyLines {
        WideLines wide = new WideLines(facts, most);
        for (Part part : parts) {
            try (Stream<Row> rows = PartReader.rows(part)) {
                for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                    wide.add(each.next());
                }
            }
        }
        return wide;
    }

    private void add(Row row) throws TooManyLines {
        line(key(row)).put(metrics.indexOf(row.metric()), shared(row.value()), row.status());
    }

    private WideLine line(WideLine.Key key) throws TooManyLines {
        WideLine known = lines.get(key);
        if (known != null) {
            return known;
        }
        if (lines.size() == most) {
            throw new TooManyLines(
                    "the wide layout has more than %d lines, which do not fit into memory; choose layout: long, a shorter window or larger buckets"
                            .formatted(most));
        }
        WideLine line = new WideLine(key, metrics.size());
        lines.put(key, line);
        return line;
    }

    private WideLine.Key key(Row row) {
        return new WideLine.Key(
                shared(row.organizationId()),
                shared(row.organization()),
                shared(row.scope()),
                shared(row.subjectId()),
                shared(row.subject()),
                shared(row.bucketStart()),
                shared(row.bucketEnd()),
                shared(row.granularity()));
    }

    private String shared(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    @Override
    public List<String> columns() {
        return Stream.of(WideLine.Key.COLUMNS, metrics, List.of("status"))
                .flatMap(Collection::stream)
                .toList();
    }

    @Override
    public Set<String> figures() {
        return Set.copyOf(metrics);
    }

    @Override
    public long count() {
        return lines.size();
    }

    @Override
    public void forEach(Sink sink) throws IOException {
        for (Iterator<WideLine> each = sorted().iterator(); each.hasNext(); ) {
            sink.accept(each.next().cells());
        }
    }

    /** The lines of one scope, by subject and time. */
    List<WideLine> of(Scope scope) {
        return sorted().filter(line -> line.key().scope().equals(scope.id())).toList();
    }

    private Stream<WideLine> sorted() {
        Comparator<WideLine.Key> byScope = Comparator.comparingInt(key -> scopes.indexOf(key.scope()));
        Comparator<WideLine.Key> byAll = byScope.thenComparing(WideLine.Key::subject)
                .thenComparing(WideLine.Key::subjectId)
                .thenComparing(key -> instant(key.bucketStart()));
        return lines.values().stream().sorted(Comparator.comparing(WideLine::key, byAll));
    }

    private Instant instant(String bucketStart) {
        return instants.computeIfAbsent(
                bucketStart, text -> OffsetDateTime.parse(text).toInstant());
    }
}
