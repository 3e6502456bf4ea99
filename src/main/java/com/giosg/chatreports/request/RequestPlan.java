package com.giosg.chatreports.request;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Bucket;
import com.giosg.chatreports.time.Buckets;
import com.giosg.chatreports.time.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a report asks for one organization and window, in the order of its rows: metric as configured, then scope. */
public final class RequestPlan {

    private RequestPlan() {}

    public static List<Request> of(Report report, Organization organization, Window window) {
        List<Request> requests = new ArrayList<>();
        for (Metric metric : report.metrics()) {
            for (Scope scope : report.scopesOf(metric)) {
                intervals(report, metric, window)
                        .forEach(interval -> requests.add(new Request(
                                id(requests.size() + 1, metric, scope),
                                organization,
                                metric,
                                scope,
                                window,
                                report.granularity(),
                                interval,
                                report.rooms(),
                                report.fill())));
            }
        }
        return requests;
    }

    /** An API that does not divide its answers is asked once per bucket. */
    private static Stream<Interval> intervals(Report report, Metric metric, Window window) {
        if (metric.api().buckets()) {
            return Stream.of(new Interval(window.start(), window.end()));
        }
        Buckets buckets = Buckets.of(window, report.granularity());
        return IntStream.range(0, buckets.size()).mapToObj(buckets::get).map(RequestPlan::interval);
    }

    private static Interval interval(Bucket bucket) {
        return new Interval(bucket.start(), bucket.end());
    }

    private static String id(int ordinal, Metric metric, Scope scope) {
        return String.format(Locale.ROOT, "%04d-%s-%s", ordinal, metric.id(), scope.id());
    }
}
