package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Placeholders;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.time.Buckets;
import com.giosg.chatreports.time.Window;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes what a reader is shown out of the rows of a run. */
public final class ReportViews {

    /** As many buckets fit beside a total on a telephone. */
    private static final int MOST_COLUMNS = 7;

    /** A month of days. More lines than that nobody reads in a mail; the files have them. */
    private static final int MOST_LINES = 31;

    private final ReportFacts facts;
    private final Window window;
    private final Buckets buckets;
    private final Gathered gathered;

    private ReportViews(ReportFacts facts, Buckets buckets, Gathered gathered) {
        this.facts = facts;
        this.window = facts.window();
        this.buckets = buckets;
        this.gathered = gathered;
    }

    /**
     * Reads the parts once.
     *
     * @param parts all of the run's, in the order of the rows
     */
    public static ReportView of(ReportFacts facts, List<Part> parts) throws IOException {
        Buckets buckets = Buckets.of(facts.window(), facts.granularity());
        Gathered gathered = Gathered.from(parts, buckets.size() <= MOST_LINES);
        return new ReportViews(facts, buckets, gathered).view();
    }

    private ReportView view() {
        Overview overview = overview();
        List<Table> tables = tables();
        Set<Mark> marks = Footnotes.marks(overview, tables);
        return new ReportView(
                facts.title(),
                facts.organization(),
                Period.of(window),
                facts.metrics().size(),
                Notices.missing(facts),
                Notices.of(facts, marks),
                overview,
                tables,
                Footnotes.of(marks, buckets.size() > MOST_LINES ? buckets.size() : 0),
                facts.metrics().stream()
                        .map(metric -> new Explanation(metric.title(), metric.unit(), metric.description()))
                        .toList(),
                origin());
    }

    /** Readers know an organization by its name and a window by its days. */
    public static Placeholders readers(Report report, Organization organization, Window window) {
        return new Placeholders(
                report.name(), organization.name(), Period.of(window).brief(), "", "");
    }

    private Origin origin() {
        return new Origin(
                facts.source().report(),
                facts.source().run(),
                Period.instant(facts.askedAt().atZone(window.zone())),
                facts.source().version());
    }

    private Overview overview() {
        boolean asColumns = buckets.size() > 1 && buckets.size() <= MOST_COLUMNS;
        int columns = asColumns ? buckets.size() : 0;
        return new Overview(
                IntStream.range(0, columns).mapToObj(this::label).toList(),
                isSingle(),
                facts.metrics(Scope.ORG).stream()
                        .map(metric -> new Overview.Line(
                                Heading.of(metric),
                                gathered.total(metric, isSingle()),
                                IntStream.range(0, columns)
                                        .mapToObj(index -> gathered.ofBucket(buckets.start(index), metric))
                                        .toList()))
                        .toList());
    }

    private List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        List<Metric> ofOrganization = facts.metrics(Scope.ORG);
        if (buckets.size() > MOST_COLUMNS && buckets.size() <= MOST_LINES && !ofOrganization.isEmpty()) {
            String noun = BucketLabels.noun(facts.granularity());
            tables.add(new Table(
                    "By " + noun.toLowerCase(Locale.ROOT), noun, headings(ofOrganization), byBucket(ofOrganization)));
        }
        facts.scopes().stream()
                .filter(scope -> scope != Scope.ORG && !facts.metrics(scope).isEmpty())
                .forEach(scope -> tables.add(bySubject(scope)));
        return tables;
    }

    private List<Table.Line> byBucket(List<Metric> metrics) {
        return IntStream.range(0, buckets.size())
                .mapToObj(index -> new Table.Line(
                        label(index),
                        metrics.stream()
                                .map(metric -> gathered.ofBucket(buckets.start(index), metric))
                                .toList()))
                .toList();
    }

    private Table bySubject(Scope scope) {
        List<Metric> metrics = facts.metrics(scope);
        String noun = scope == Scope.TEAM ? "Team" : "User";
        return new Table(noun + "s", noun, headings(metrics), gathered.lines(scope, metrics, isSingle()));
    }

    private static List<Heading> headings(List<Metric> metrics) {
        return metrics.stream().map(Heading::of).toList();
    }

    private Label label(int bucket) {
        return BucketLabels.of(buckets.get(bucket), facts.granularity());
    }

    private boolean isSingle() {
        return buckets.size() == 1;
    }
}
