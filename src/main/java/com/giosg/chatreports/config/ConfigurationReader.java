package com.giosg.chatreports.config;

import com.giosg.chatreports.metrics.Catalogue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code reports.yaml} and checks it as a whole. */
public final class ConfigurationReader {

    static final List<String> KEYS =
            List.of("api", "organizations", "reports", "sinks", "look", "data", LedgerReader.KEY, "runs", "management");
    static final List<String> RUNS_KEYS = List.of("endpoint");
    static final List<String> MANAGEMENT_KEYS = List.of("port");

    private static final String DATA = "data";
    private static final String RUNS_ENDPOINT = "seda:runs";
    private static final int LAST_PORT = 65_535;

    private final Catalogue catalogue;
    private final SinkKinds kinds;
    private final Languages languages;
    private final PropertyFunctions functions;

    /**
     * A reader for any number of files.
     *
     * @param catalogue the metrics that reports can ask
     * @param kinds the kinds of sink and their settings
     * @param languages what reports can speak
     * @param functions what stands behind {@code {{…}}}
     */
    public ConfigurationReader(Catalogue catalogue, SinkKinds kinds, Languages languages, PropertyFunctions functions) {
        this.catalogue = catalogue;
        this.kinds = kinds;
        this.languages = languages;
        this.functions = functions;
    }

    /**
     * Reads a file.
     *
     * @param now decides how long windows such as {@code year-to-date} are and whether a schedule still fires
     * @throws ConfigurationProblems with everything that is wrong
     */
    public CheckedConfiguration read(Path file, Instant now) {
        Problems problems = new Problems(file.toString());
        Optional<Node> root = YamlDocument.read(file, problems);
        problems.throwIfAny();
        Problems notes = new Problems(file.toString());
        Reading reading = new Reading(problems, notes, functions);
        Configuration configuration = configuration(Value.root(root.orElseThrow(), reading), now);
        problems.throwIfAny();
        return new CheckedConfiguration(configuration, notes.sorted(), Outline.of(root.get()));
    }

    private Configuration configuration(Value root, Instant now) {
        Section top = new Section(root, KEYS);
        Section api = top.section("api", ApiReader.KEYS);
        OrganizationReader organizationReader = new OrganizationReader(api, LookReader.read(top));
        Named<Organization> organizations =
                Named.read("organization", top.require("organizations", "acme"), organizationReader::read);
        Named<Sink> sinks = Named.read("sink", top.require("sinks", "archive"), new SinkReader(kinds)::read);
        ReportReader reportReader = new ReportReader(catalogue, organizations, sinks, languages, now);
        Named<Report> reports = Named.read("report", top.require("reports", "weekly"), reportReader::read);
        new TeamMails(organizations, reports, sinks).check();
        new ArtifactNames(organizations, reports, sinks).check();
        new SharedRecipients(reports, sinks).note();
        return new Configuration(
                ApiReader.read(api),
                organizations.read(),
                reports.read(),
                sinks.read(),
                top.section("runs", RUNS_KEYS).text("endpoint", RUNS_ENDPOINT),
                top.section("management", MANAGEMENT_KEYS)
                        .find("port")
                        .flatMap(port -> port.parsed(text -> Scalars.number(text, 1, LAST_PORT))),
                LedgerReader.read(top.section(LedgerReader.KEY, LedgerReader.KEYS)),
                top.text("data", DATA),
                functions);
    }
}
