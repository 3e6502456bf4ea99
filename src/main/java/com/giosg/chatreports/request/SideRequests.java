package com.giosg.chatreports.request;

import com.giosg.chatreports.config.Measures;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.Target;
import com.giosg.chatreports.config.WindowLimits;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Buckets;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a run asks besides its rows: the organization's figures of the window before, to measure them by, and the averages of
 * the whole window, which those of the buckets do not make. A figure each; the rows never hold them, and a run is none the
 * worse without them.
 */
public final class SideRequests {

    public static final String PREFIX = "side-";

    private final Report report;
    private final Organization organization;
    private final List<Request> requests = new ArrayList<>();

    private SideRequests(Report report, Organization organization) {
        this.report = report;
        this.organization = organization;
    }

    /**
     * Those of a run, in the order of its metrics.
     *
     * @param due when the run fell due, which tells whether the window follows from the report's rule
     */
    public static List<Request> of(Report report, Organization organization, Window window, Instant due) {
        SideRequests side = new SideRequests(report, organization);
        if (Buckets.of(window, report.granularity()).size() > 1) {
            whole(report).forEach(average -> average.scopes()
                    .forEach(scope -> side.add(average.metric(), scope, window, "whole")));
        }
        if (before(report).findAny().isPresent()) {
            Window earlier = report.window().before(window, due);
            before(report).forEach(metric -> side.add(metric, Scope.ORG, earlier, "before"));
        }
        return side.requests;
    }

    /** Whether the request of this id is one of them. */
    public static boolean isOne(String requestId) {
        return requestId.startsWith(PREFIX);
    }

    /** The metrics whose figure of the window before somebody wants to know. */
    public static Stream<Metric> before(Report report) {
        return ofOrganization(report)
                .filter(metric -> report.measures().compare())
                .filter(metric -> report.isForPeople() || decides(report, metric, Target::isAboutChange));
    }

    /**
     * A metric whose figures of the window somebody wants to know, while its buckets have only figures of their own.
     *
     * @param scopes whose
     */
    public record Average(Metric metric, List<Scope> scopes) {}

    /** Those of a report: for whoever reads a page or mail each that stands there, else the organization's where it is measured. */
    public static Stream<Average> whole(Report report) {
        return report.metrics().stream()
                .filter(metric -> !metric.aggregation().addsUp())
                .map(metric -> new Average(metric, wanted(report, metric)))
                .filter(average -> !average.scopes().isEmpty());
    }

    private static List<Scope> wanted(Report report, Metric metric) {
        if (report.isForReaders()) {
            return report.scopesOf(metric);
        }
        boolean measured = before(report).anyMatch(metric::equals)
                || (report.isForPeople() && target(report, metric).isPresent())
                || decides(report, metric, target -> true);
        return report.scopesOf(metric).stream()
                .filter(scope -> measured && scope == Scope.ORG)
                .toList();
    }

    private static Stream<Metric> ofOrganization(Report report) {
        return report.metrics().stream()
                .filter(metric -> report.scopesOf(metric).contains(Scope.ORG));
    }

    private static boolean decides(Report report, Metric metric, Predicate<Target> wanted) {
        return report.measures().decideWhatIsSent()
                && target(report, metric).filter(wanted).isPresent();
    }

    private static Optional<Target> target(Report report, Metric metric) {
        Measures measures = report.measures();
        return Optional.ofNullable(measures.targets().get(metric.id()));
    }

    /** One question; of more time than Giosg answers at once, several where their answers add up, else none. */
    private void add(Metric metric, Scope scope, Window window, String what) {
        boolean atOnce = !window.end().isAfter(window.start().plusDays(WindowLimits.MOST_DAYS));
        if (!atOnce && !metric.aggregation().addsUp()) {
            return;
        }
        Granularity granularity = atOnce ? Granularity.ALL : Granularity.MONTH;
        RequestPlan.intervals(metric, window, granularity)
                .forEach(interval -> requests.add(new Request(
                        id(metric, scope, what),
                        organization,
                        metric,
                        scope,
                        window,
                        granularity,
                        interval,
                        report.rooms(),
                        true)));
    }

    private String id(Metric metric, Scope scope, String what) {
        return String.format(
                Locale.ROOT, "%s%04d-%s-%s-%s", PREFIX, requests.size() + 1, metric.id(), scope.id(), what);
    }
}
