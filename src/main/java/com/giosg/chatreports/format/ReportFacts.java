package com.giosg.chatreports.format;

import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import java.time.Instant;
import java.util.List;

/**
 * What an artifact says or needs to know besides its rows. None of it depends on when the artifact is made.
 *
 * @param title what readers see, its placeholders replaced
 * @param organization its name
 * @param window which time the rows cover, in which zone
 * @param granularity the size of the buckets
 * @param metrics in the order of the columns, as configured; a figure that was never asked has no row
 * @param scopes in the order of the lines, as configured
 * @param askedAt when asking began
 * @param failures why figures could not be had, in the order of the rows
 */
public record ReportFacts(
        String title,
        String organization,
        Window window,
        Granularity granularity,
        List<Metric> metrics,
        List<Scope> scopes,
        Instant askedAt,
        List<Failure> failures) {

    /**
     * A request that came to nothing.
     *
     * @param metric its id
     * @param scope its id
     * @param cause in plain words
     */
    public record Failure(String metric, String scope, String cause) {}

    List<String> metricIds() {
        return metrics.stream().map(Metric::id).toList();
    }

    List<String> scopeIds() {
        return scopes.stream().map(Scope::id).toList();
    }
}
