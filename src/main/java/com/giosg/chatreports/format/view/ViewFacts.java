package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.FailureKind;
import java.time.Instant;
import java.util.List;

/**
 * What is known about a run besides its rows.
 *
 * @param askedAt when asking began
 * @param gaps what could not be had, in the order of the rows
 * @param version of the application
 */
public record ViewFacts(
        Run run, Report report, Organization organization, Instant askedAt, List<Missing> gaps, String version) {

    /** A metric in one scope that could not be had, at least in a part. */
    public record Missing(Metric metric, Scope scope, FailureKind kind) {}

    /** The metrics that the report asks in a scope, in its order. */
    List<Metric> metrics(Scope scope) {
        return report.metrics().stream()
                .filter(metric -> report.scopesOf(metric).contains(scope))
                .toList();
    }
}
