package com.giosg.chatreports.format.facts;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Look;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.names.Team;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an artifact says or needs to know besides its rows. None of it depends on when the artifact is made.
 *
 * @param language what readers are spoken to in
 * @param title what readers see, its placeholders as configured: what they stand for depends on the language
 * @param organization its name
 * @param team the only one that it is about; empty: the organization
 * @param look the organization's
 * @param window which time the rows cover, in which zone
 * @param granularity the size of the buckets
 * @param metrics in the order of the columns, as configured; a figure that was never asked has no row
 * @param scopes in the order of the lines, as configured
 * @param askedAt when asking began
 * @param gaps what could not be had, in the order of the rows
 * @param yardstick what the figures are measured by; machines get the rows and nothing of it
 * @param source for whoever is asked about the figures
 */
public record ReportFacts(
        Language language,
        String title,
        String organization,
        Optional<Team> team,
        Look look,
        Window window,
        Granularity granularity,
        List<Metric> metrics,
        List<Scope> scopes,
        Instant askedAt,
        List<Missing> gaps,
        Yardstick yardstick,
        Source source) {

    /** A metric in one scope that could not be had, at least in a part. */
    public record Missing(Metric metric, Scope scope, FailureKind kind) {}

    /**
     * Where the figures come from.
     *
     * @param report its name in the configuration
     * @param run its id in the ledger
     * @param version of the application
     */
    public record Source(String report, String run, String version) {}

    /**
     * Of one team alone, which is measured by nothing: all that is known besides is the organization's.
     *
     * @param averages the team's, of the whole window
     */
    public ReportFacts about(Team only, List<Part> averages) {
        return new ReportFacts(
                language,
                title,
                organization,
                Optional.of(only),
                look,
                window,
                granularity,
                metrics(Scope.TEAM),
                List.of(Scope.TEAM),
                askedAt,
                gaps.stream().filter(gap -> gap.scope() == Scope.TEAM).toList(),
                Yardstick.ofAverages(averages),
                source);
    }

    /** The scope of the figures that it is about as a whole. */
    public Scope headline() {
        return team.isPresent() ? Scope.TEAM : Scope.ORG;
    }

    /** The metrics that are asked in a scope, in their order. */
    public List<Metric> metrics(Scope scope) {
        return metrics.stream()
                .filter(metric -> scopes.contains(scope) && metric.scopes().contains(scope))
                .toList();
    }

    /** As rows name them. */
    public List<String> metricIds() {
        return metrics.stream().map(Metric::id).toList();
    }

    /** As rows name them. */
    public List<String> scopeIds() {
        return scopes.stream().map(Scope::id).toList();
    }
}
