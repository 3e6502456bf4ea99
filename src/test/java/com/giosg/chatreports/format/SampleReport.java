package com.giosg.chatreports.format;

import com.giosg.chatreports.Spoken;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.ConfigurationReader;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.PropertyFunctions;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.SinkKinds;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.facts.ReportFacts.Missing;
import com.giosg.chatreports.format.facts.ReportFacts.Source;
import com.giosg.chatreports.format.facts.Yardstick;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.metrics.Catalogue;
import com.giosg.chatreports.metrics.CatalogueReader;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.metrics.Templates;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartFile;
import com.giosg.chatreports.row.Row;
import com.giosg.chatreports.time.Buckets;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A report as an operator writes it, and rows for it as the API might have answered. */
public final class SampleReport {

    public static final freemarker.template.Configuration TEMPLATES = Templates.configuration(Path.of("templates"));

    private static final Catalogue CATALOGUE =
            CatalogueReader.read(Path.of("templates"), TEMPLATES).catalogue();
    private static final Instant NOW = Instant.parse("2020-11-02T05:30:00Z");
    private static final String ORGANIZATION = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

    private final Path folder;
    private final Report report;
    private final Organization organization;
    private final Run run;
    private final Buckets buckets;
    private final List<Missing> missing = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Row> earlier = new ArrayList<>();
    private final List<Row> whole = new ArrayList<>();
    private final Map<String, Integer> neverZero = new HashMap<>();

    private SampleReport(Path folder, Configuration configuration) {
        this.folder = folder;
        this.report = configuration.reports().values().iterator().next();
        this.organization = report.organizations().get(0);
        Window window = report.window().resolve(NOW, report.zone());
        this.run = Run.planned(report, organization, NOW, window);
        this.buckets = Buckets.of(window, report.granularity());
    }

    /**
     * A report without rows.
     *
     * @param organization its name
     * @param settings of the report, as YAML in braces without the sinks
     */
    public static SampleReport of(Path folder, String organization, String settings) throws IOException {
        return of(folder, organization, settings, "{}");
    }

    /** The same with a look, as the configuration has it. */
    public static SampleReport of(Path folder, String organization, String settings, String look) throws IOException {
        Path file = Files.writeString(
                folder.resolve("reports.yaml"), """
                api: { token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %s, name: '%s' } }
                reports: { weekly: { sinks: archive, %s } }
                sinks: { archive: { type: file, directory: out } }
                look: %s
                """.formatted(ORGANIZATION, organization, settings, look));
        return new SampleReport(
                folder,
                new ConfigurationReader(
                                CATALOGUE,
                                SinkKinds.in(Path.of("routes/sinks")),
                                Spoken.LANGUAGES,
                                PropertyFunctions.of(name -> "secret", folder))
                        .read(file, NOW)
                        .configuration());
    }

    /** In how many reports before a metric was never 0. */
    public SampleReport neverZero(String metric, int reports) {
        neverZero.put(metric, reports);
        return this;
    }

    public Buckets buckets() {
        return buckets;
    }

    /** A row of the organization as a whole. */
    public SampleReport org(String metric, int bucket, String value, String status) {
        return row(metric, Scope.ORG, "", bucket, value, status);
    }

    /** What the organization had in the window before. */
    public SampleReport before(String metric, String value, String status) {
        earlier.add(row(metric, Scope.ORG, "", Buckets.of(before(), Granularity.ALL), 0, value, status));
        return this;
    }

    /** What Giosg answered for the window as a whole. */
    public SampleReport whole(String metric, String value, String status) {
        return whole(metric, Scope.ORG, "", value, status);
    }

    /** The same for a team or user. */
    public SampleReport whole(String metric, Scope scope, String subject, String value, String status) {
        whole.add(row(metric, scope, subject, Buckets.of(run.window(), Granularity.ALL), 0, value, status));
        return this;
    }

    private Window before() {
        return report.window().before(run.window(), NOW);
    }

    /** A row; who has no name has no id. */
    public SampleReport row(String metric, Scope scope, String subject, int bucket, String value, String status) {
        rows.add(row(metric, scope, subject, buckets, bucket, value, status));
        return this;
    }

    private Row row(String metric, Scope scope, String subject, Buckets cut, int bucket, String value, String status) {
        return Row.of(List.of(
                organization.id(),
                organization.name(),
                metric,
                scope.id(),
                subject.isEmpty() ? "" : "id of " + subject,
                subject,
                cut.start(bucket),
                cut.end(bucket),
                report.granularity().id(),
                value,
                metric(metric).unit(),
                status));
    }

    /** A gap in every bucket. */
    public SampleReport gap(String metric, Scope scope, FailureKind kind, String... subjects) {
        missing.add(new Missing(metric(metric), scope, kind));
        for (String subject : subjects.length == 0 ? new String[] {""} : subjects) {
            for (int bucket = 0; bucket < buckets.size(); bucket++) {
                row(metric, scope, subject, bucket, "", "gap");
            }
        }
        return this;
    }

    public ReportFacts facts() throws IOException {
        return new ReportFacts(
                report.language(),
                report.title(),
                organization.name(),
                Optional.empty(),
                organization.look(),
                run.window(),
                report.granularity(),
                report.metrics(),
                report.scopes(),
                NOW,
                missing,
                yardstick(),
                new Source(report.name(), run.id(), "1.2.3"));
    }

    private Yardstick yardstick() throws IOException {
        return new Yardstick(
                Optional.of(before()).filter(unused -> report.measures().compare()),
                List.of(part("before.csv", earlier)),
                List.of(part("whole.csv", whole)),
                report.measures().targets(),
                neverZero);
    }

    public List<Part> parts() throws IOException {
        return List.of(part("part.csv", rows));
    }

    private Part part(String name, List<Row> held) throws IOException {
        try (PartFile part = new PartFile(folder.resolve(name))) {
            part.append(held);
            return part.seal();
        }
    }

    private static Metric metric(String id) {
        return CATALOGUE.find(id).orElseThrow();
    }

    /** A week of sales, chats and bot clicks from 0 to what hardly fits, with gaps. */
    public SampleReport ofEverySize() {
        List<String> values = List.of("0", "0.004", "12345678", "", "7", "12345678.99", "0");
        IntStream.range(0, 7)
                .forEach(day -> org(
                        "sales-in-real-chats",
                        day,
                        values.get(day),
                        values.get(day).isEmpty() ? "gap" : "ok"));
        return gap("bot-clicks", Scope.ORG, FailureKind.UNREACHABLE)
                .org("real-chats", 0, "12345678", "ok")
                .row("sales-in-real-chats", Scope.USER, "Anna", 0, "12345678", "ok")
                .row("sales-in-real-chats", Scope.USER, "Bert", 0, "0.004", "ok")
                .row("sales-in-real-chats", Scope.USER, "Carl", 0, "0", "ok")
                .row("real-chats", Scope.USER, "Dora", 0, "3", "ok");
    }

    /** What the simulator's shape of figures would be: different for each, the same every time. */
    public SampleReport filled(Map<Scope, List<String>> subjects) {
        return filled(
                subjects,
                (bucket, metric, subject) -> Math.floorMod((metric + subject).hashCode() + bucket * 7919, 1000));
    }

    /** What a figure is made of. */
    public interface Shape {
        int of(int bucket, String metric, String subject);
    }

    /** The same with another shape. */
    public SampleReport filled(Map<Scope, List<String>> subjects, Shape shape) {
        for (Metric metric : report.metrics()) {
            for (Scope scope : report.scopesOf(metric)) {
                for (String subject : subjects.getOrDefault(scope, List.of(""))) {
                    for (int bucket = 0; bucket < buckets.size(); bucket++) {
                        int seed = shape.of(bucket, metric.id(), subject);
                        boolean whole =
                                metric.aggregation().addsUp() && !metric.unit().contains("currency");
                        int share = scope == Scope.ORG ? 1 : 5;
                        String value =
                                whole ? String.valueOf(40 + seed / share / 4) : (300 + seed) / share + "." + seed % 100;
                        boolean late = metric.settlesAfter().toHours() > 0 && bucket == buckets.size() - 1;
                        row(metric.id(), scope, subject, bucket, value, late ? "provisional" : "ok");
                    }
                }
            }
        }
        return this;
    }
}
