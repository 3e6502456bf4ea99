package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.time.Times;
import java.time.Instant;
import java.util.stream.Collectors;

/** What {@code start} will do, as it says when it begins. */
final class NextStarts {

    private NextStarts() {}

    /** A line for each report and organization. */
    static void print(Configuration configuration, Instant now, Surroundings surroundings) {
        Table table = new Table("REPORT", "ORGANIZATION", "NEXT START", "TIME ZONE", "SINKS");
        for (Report report : configuration.scheduledReports()) {
            for (Organization organization : report.organizations()) {
                table.add(
                        report.name(),
                        organization.key(),
                        next(report, organization, now),
                        report.zoneFor(organization),
                        report.sinks().stream().map(Sink::name).collect(Collectors.joining(", ")));
            }
        }
        table.print(surroundings);
    }

    private static String next(Report report, Organization organization, Instant now) {
        return report.nextAfter(now, organization)
                .map(due -> Times.print(due.atZone(report.zoneFor(organization))))
                .orElse("never");
    }
}
