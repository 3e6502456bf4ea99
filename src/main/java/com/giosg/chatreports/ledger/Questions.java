package com.giosg.chatreports.ledger;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.SideRequests;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tells two versions of a report apart that ask different things; how they are delivered does not matter. */
final class Questions {

    private Questions() {}

    /** A hash of what decides the requests of a window and their rows. */
    static String of(Report report, Organization organization) {
        Stream<String> metrics = report.metrics().stream()
                .map(metric -> metric.id()
                        + report.scopesOf(metric).stream().map(Scope::id).collect(Collectors.joining("+", "/", "")));
        return RunId.digits(String.join(
                "\0",
                organization.id(),
                organization.name(),
                report.granularity().id(),
                String.valueOf(report.fill()),
                metrics.collect(Collectors.joining(",")),
                String.join(",", report.rooms()),
                ids(SideRequests.before(report)),
                ids(SideRequests.whole(report))));
    }

    private static String ids(Stream<Metric> metrics) {
        return metrics.map(Metric::id).collect(Collectors.joining(","));
    }
}
