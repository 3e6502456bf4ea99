package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.SideRequests;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartReader;
import com.giosg.chatreports.row.Row;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the reports before this one had, as far as their rows are kept. */
final class EarlierReports {

    /** More would say no more. */
    private static final int MOST = 10;

    /** Of a metric that was 0 neither this time nor that, one report says little. */
    private static final int FEWEST = 2;

    private EarlierReports() {}

    /** Which counts and sums of the organization were never 0: in how many reports, by the id of the metric. */
    static Map<String, Integer> neverZero(ActiveRun run, Ledger ledger) throws IOException {
        if (!run.report().isForPeople()) {
            return Map.of();
        }
        Map<String, Integer> reports = new HashMap<>();
        Set<String> quiet = new HashSet<>();
        for (Run before : ledger.before(run.run(), MOST)) {
            Map<String, Boolean> happened = happened(ledger.requests(before.id()));
            happened.forEach((metric, something) -> {
                reports.merge(metric, 1, Integer::sum);
                if (!something) {
                    quiet.add(metric);
                }
            });
        }
        return run.report().metrics().stream()
                .filter(metric -> metric.aggregation().addsUp())
                .map(Metric::id)
                .filter(metric -> !quiet.contains(metric) && reports.getOrDefault(metric, 0) >= FEWEST)
                .collect(Collectors.toMap(metric -> metric, reports::get));
    }

    /** Of each metric that was answered whole, whether it had a figure other than 0. */
    private static Map<String, Boolean> happened(List<RequestEntry> entries) throws IOException {
        Map<String, Boolean> happened = new HashMap<>();
        for (RequestEntry entry : entries) {
            if (isOfOrganization(entry)
                    && Files.exists(entry.part().orElseThrow().file())) {
                happened.merge(metric(entry), hasSomething(entry.part().orElseThrow()), Boolean::logicalOr);
            }
        }
        return happened;
    }

    private static boolean isOfOrganization(RequestEntry entry) {
        return entry.part().isPresent()
                && !SideRequests.isOne(entry.requestId())
                && entry.requestId().endsWith("-" + Scope.ORG.id());
    }

    /** As ids of requests are made: a number, the metric, the scope. */
    private static String metric(RequestEntry entry) {
        String id = entry.requestId();
        return id.substring(id.indexOf('-') + 1, id.lastIndexOf('-'));
    }

    private static boolean hasSomething(Part part) throws IOException {
        try (Stream<Row> rows = PartReader.rows(part)) {
            return rows.map(Row::value).anyMatch(value -> !value.isEmpty() && new BigDecimal(value).signum() != 0);
        }
    }
}
