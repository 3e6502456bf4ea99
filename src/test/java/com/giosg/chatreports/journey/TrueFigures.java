package com.giosg.chatreports.journey;

import com.giosg.chatreports.simulator.world.World;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a report must hold, computed from the simulator's raw chats and events as Giosg's tutorial defines each
 * figure. Nothing of the application and nothing of the simulator's own answering has part in it.
 */
final class TrueFigures {

    private static final Duration SALES_ARRIVE_WITHIN = Duration.ofHours(24);

    private final World world;
    private final Meaning meaning;

    TrueFigures(World world, Meaning meaning) {
        this.world = world;
        this.meaning = meaning;
    }

    TrueFigures(World world) {
        this(world, Meaning.usual());
    }

    /** In the order of metrics and scopes; what was not over or settled when it was asked is provisional. */
    List<ReportRow> rows(Coverage coverage, Instant asked) {
        TrueFacts facts = new TrueFacts(world, coverage, meaning);
        List<ReportRow> rows = new ArrayList<>();
        for (TrueMetric metric : coverage.metrics()) {
            for (String scope : coverage.scopes()) {
                if (metric.scopes().contains(scope)) {
                    rows.addAll(rows(new Series(coverage, metric, scope, asked), facts.of(metric, scope)));
                }
            }
        }
        return rows;
    }

    private record Series(Coverage coverage, TrueMetric metric, String scope, Instant asked) {}

    /** Teams and users have rows if there is anything at all of theirs in the window; the organization always has. */
    private static List<ReportRow> rows(Series series, List<Fact> facts) {
        List<String> subjects = series.scope().equals("org")
                ? List.of("")
                : facts.stream().map(Fact::subject).distinct().toList();
        List<ReportRow> rows = new ArrayList<>();
        for (TrueBucket bucket : TrueBucket.of(series.coverage())) {
            for (String subject : subjects) {
                List<BigDecimal> amounts = facts.stream()
                        .filter(fact -> fact.subject().equals(subject) && bucket.holds(fact.time()))
                        .map(Fact::amount)
                        .toList();
                boolean begun = !bucket.start().isAfter(series.asked());
                if (!amounts.isEmpty() || (begun && series.coverage().fill())) {
                    rows.add(row(series, subject, bucket, amounts));
                }
            }
        }
        return rows;
    }

    private static ReportRow row(Series series, String subject, TrueBucket bucket, List<BigDecimal> amounts) {
        boolean nothingToAverage = series.metric().isAverage() && amounts.isEmpty();
        return new ReportRow(
                series.coverage().organization().id(),
                series.coverage().organization().name(),
                series.metric().id(),
                series.scope(),
                subject,
                TrueNames.of(series.coverage().organization(), series.scope(), subject),
                bucket.printedStart(),
                bucket.printedEnd(),
                series.coverage().granularity(),
                nothingToAverage ? "" : figure(series.metric(), amounts).toPlainString(),
                series.metric().unit(),
                nothingToAverage ? "none" : isSettled(series, bucket) ? "ok" : "provisional");
    }

    private static BigDecimal figure(TrueMetric metric, List<BigDecimal> amounts) {
        BigDecimal sum = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return metric.isAverage() ? sum.divide(BigDecimal.valueOf(amounts.size()), MathContext.DECIMAL64) : sum;
    }

    private static boolean isSettled(Series series, TrueBucket bucket) {
        Instant settled = series.metric().isAboutSales() ? bucket.end().plus(SALES_ARRIVE_WITHIN) : bucket.end();
        return !settled.isAfter(series.asked());
    }
}
