package com.giosg.chatreports.ledger;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.SideRequests;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tells two versions of a report apart that ask different things; how they are delivered does not matter. */
final class Questions {

    private Questions() {}

    /** A hash of what decides the requests of a window and their rows. */
    static String of(Report report, Organization organization) {
        Stream<String> metrics = report.metrics().stream().map(metric -> asked(metric, report.scopesOf(metric)));
        Stream<String> averages = SideRequests.whole(report).map(average -> asked(average.metric(), average.scopes()));
        return RunId.digits(String.join(
                "\0",
                organization.id(),
                organization.name(),
                report.granularity().id(),
                String.valueOf(report.fill()),
                list(metrics),
                String.join(",", report.rooms()),
                list(SideRequests.before(report).map(Metric::id)),
                list(averages)));
    }

    private static String asked(Metric metric, List<Scope> scopes) {
        return metric.id() + scopes.stream().map(Scope::id).collect(Collectors.joining("+", "/", ""));
    }

    private static String list(Stream<String> items) {
        return items.collect(Collectors.joining(","));
    }
}
