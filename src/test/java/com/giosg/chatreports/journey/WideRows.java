package com.giosg.chatreports.journey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The wide layout of rows: a line for each subject and bucket, a column for each metric, the worst status at the end. */
final class WideRows {

    private static final List<String> FROM_BEST_TO_WORST = List.of("ok", "none", "provisional", "gap");

    private WideRows() {}

    static List<Map<String, String>> of(List<ReportRow> rows, List<TrueMetric> metrics) {
        Map<List<String>, Map<String, String>> lines = new LinkedHashMap<>();
        for (ReportRow row : rows) {
            Map<String, String> line =
                    lines.computeIfAbsent(List.copyOf(key(row).values()), unused -> empty(row, metrics));
            line.put(row.metric(), row.value());
            line.merge("status", row.status(), WideRows::worse);
        }
        return List.copyOf(lines.values());
    }

    /** A written line with its numbers and names spelled as {@link ReportRow} spells them. */
    static Map<String, String> normal(Map<String, String> line, List<TrueMetric> metrics) {
        Map<String, String> normal = new LinkedHashMap<>(line);
        normal.computeIfPresent("subject", (subject, cell) -> ReportRow.unguarded(cell));
        metrics.forEach(metric -> normal.computeIfPresent(metric.id(), (id, number) -> ReportRow.normal(number)));
        return normal;
    }

    private static Map<String, String> empty(ReportRow row, List<TrueMetric> metrics) {
        Map<String, String> line = key(row);
        metrics.forEach(metric -> line.put(metric.id(), ""));
        line.put("status", "ok");
        return line;
    }

    private static Map<String, String> key(ReportRow row) {
        Map<String, String> key = new LinkedHashMap<>();
        key.put("organization_id", row.organizationId());
        key.put("organization", row.organization());
        key.put("scope", row.scope());
        key.put("subject_id", row.subjectId());
        key.put("subject", row.subject());
        key.put("bucket_start", row.bucketStart());
        key.put("bucket_end", row.bucketEnd());
        key.put("granularity", row.granularity());
        return key;
    }

    private static String worse(String one, String other) {
        return Stream.of(one, other)
                .max((first, second) ->
                        Integer.compare(FROM_BEST_TO_WORST.indexOf(first), FROM_BEST_TO_WORST.indexOf(second)))
                .orElseThrow();
    }
}
