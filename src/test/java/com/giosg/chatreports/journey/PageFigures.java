package com.giosg.chatreports.journey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The organization's figures by bucket, a list per bucket, as a page shows them: the first of its tables. */
final class PageFigures {

    private static final Pattern LINE = Pattern.compile("(?s)<tr><th scope=\"row\">.*?</tr>");
    private static final Pattern FIGURE = Pattern.compile("<td[^>]*>([^<]*)");

    private PageFigures() {}

    static List<List<String>> of(Path page) {
        String text = Written.text(page);
        String table = text.substring(text.indexOf("<tbody>"), text.indexOf("</tbody>"));
        return LINE.matcher(table)
                .results()
                .map(MatchResult::group)
                .map(line -> FIGURE.matcher(line)
                        .results()
                        .map(found -> shown(found.group(1).replace(",", "")))
                        .toList())
                .toList();
    }

    /** In the order of the metrics. */
    static List<List<String>> of(List<ReportRow> rows, List<TrueMetric> metrics) {
        List<String> order = metrics.stream().map(TrueMetric::id).toList();
        return rows.stream()
                .filter(row -> row.scope().equals("org"))
                .collect(Collectors.groupingBy(ReportRow::bucketStart, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(bucket -> order.stream()
                        .flatMap(metric ->
                                bucket.stream().filter(row -> row.metric().equals(metric)))
                        .map(row -> shown(row.value()))
                        .toList())
                .toList();
    }

    /** With the cents of money. */
    private static String shown(String number) {
        return ReportRow.normal(
                new BigDecimal(number).setScale(2, RoundingMode.HALF_UP).toPlainString());
    }
}
