package com.giosg.chatreports.format;

import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartReader;
import com.giosg.chatreports.row.Row;
import com.giosg.chatreports.row.Row.Status;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final WideOrder order;
    private final Map<Key, Line> lines = new HashMap<>();

    /** One string for the same text: most cells repeat, and each was read into a string of its own. */
    private final Map<String, String> texts = new HashMap<>();

    private final Map<String, Instant> instants = new HashMap<>();

    private WideLines(WideOrder order) {
        this.order = order;
    }

    static WideLines of(List<Part> parts, WideOrder order) throws IOException, TooManyLines {
        WideLines wide = new WideLines(order);
        for (Part part : parts) {
            try (Stream<Row> rows = PartReader.rows(part)) {
                for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                    wide.add(each.next());
                }
            }
        }
        return wide;
    }

    /** What tells lines apart. */
    private record Key(
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

    /** The figures of one subject and bucket, in the order of the metrics; empty where none was asked. */
    private static final class Line {

        final Key key;
        final String[] figures;
        Status worst = Status.OK;

        Line(Key key, int metrics) {
            this.key = key;
            this.figures = new String[metrics];
            Arrays.fill(figures, "");
        }

        List<String> cells() {
            List<String> cells = new ArrayList<>(key.cells());
            cells.addAll(Arrays.asList(figures));
            cells.add(worst.id());
            return cells;
        }
    }

    private void add(Row row) throws TooManyLines {
        Line line = line(key(row));
        line.figures[order.metrics().indexOf(row.metric())] = shared(row.value());
        line.worst = line.worst.compareTo(row.status()) < 0 ? row.status() : line.worst;
    }

    private Line line(Key key) throws TooManyLines {
        Line known = lines.get(key);
        if (known != null) {
            return known;
        }
        if (lines.size() == MOST) {
            throw new TooManyLines(
                    "the wide layout has more than %d lines, which do not fit into memory; choose layout: long, a shorter window or larger buckets"
                            .formatted(MOST));
        }
        Line line = new Line(key, order.metrics().size());
        lines.put(key, line);
        return line;
    }

    private Key key(Row row) {
        return new Key(
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
        return Stream.of(Key.COLUMNS, order.metrics(), List.of("status"))
                .flatMap(Collection::stream)
                .toList();
    }

    @Override
    public Set<String> figures() {
        return Set.copyOf(order.metrics());
    }

    @Override
    public long count() {
        return lines.size();
    }

    @Override
    public void forEach(Sink sink) throws IOException {
        Comparator<Key> byScope = Comparator.comparingInt(key -> order.scopes().indexOf(key.scope()));
        Comparator<Key> byAll = byScope.thenComparing(Key::subject)
                .thenComparing(Key::subjectId)
                .thenComparing(key -> instant(key.bucketStart()));
        List<Line> sorted = lines.values().stream()
                .sorted(Comparator.comparing(line -> line.key, byAll))
                .toList();
        for (Line line : sorted) {
            sink.accept(line.cells());
        }
    }

    private Instant instant(String bucketStart) {
        return instants.computeIfAbsent(
                bucketStart, text -> OffsetDateTime.parse(text).toInstant());
    }
}
