package com.giosg.chatreports.request;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.WindowLimits;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Buckets;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a report asks for one organization and window, in the order of its rows: metric as configured, then scope. */
public final class RequestPlan {

    private RequestPlan() {}

    /**
     * Everything that a run asks: what makes its rows, and after that what they are measured by.
     *
     * @param due when the run fell due
     */
    public static List<Request> all(Report report, Organization organization, Window window, Instant due) {
        return Stream.concat(
                        of(report, organization, window).stream(),
                        SideRequests.of(report, organization, window, due).stream())
                .toList();
    }

    /** What makes the rows of a run. */
    public static List<Request> of(Report report, Organization organization, Window window) {
        List<Request> requests = new ArrayList<>();
        for (Metric metric : report.metrics()) {
            for (Scope scope : report.scopesOf(metric)) {
                intervals(metric, window, report.granularity())
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

    /** An API that does not divide its answers is asked once per bucket, any other once per time that it answers. */
    static List<Interval> intervals(Metric metric, Window window, Granularity granularity) {
        Buckets buckets = Buckets.of(window, granularity);
        List<Interval> intervals = new ArrayList<>();
        int first = 0;
        while (first < buckets.size()) {
            int next = metric.api().buckets() ? endOfQuestion(buckets, first) : first + 1;
            intervals.add(new Interval(
                    buckets.get(first).start(), buckets.get(next - 1).end()));
            first = next;
        }
        return intervals;
    }

    /**
     * The bucket at which the question that starts with this bucket has to end. Questions end between buckets, so no
     * figure is ever put together from two answers.
     */
    private static int endOfQuestion(Buckets buckets, int first) {
        ZonedDateTime longest = buckets.get(first).start().plusDays(WindowLimits.MOST_DAYS);
        boolean answersAll = !buckets.get(buckets.size() - 1).end().isAfter(longest);
        return answersAll ? buckets.size() : Math.max(first + 1, buckets.holding(longest.toInstant()));
    }

    private static String id(int ordinal, Metric metric, Scope scope) {
        return String.format(Locale.ROOT, "%04d-%s-%s", ordinal, metric.id(), scope.id());
    }
}
