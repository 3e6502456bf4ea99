package com.giosg.chatreports.journey;

import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A configuration as an operator would write it: the simulated organizations, each with its own token, and a file sink
 * for each form of artifact, called {@code long}, {@code wide}, {@code json} and {@code ndjson}.
 */
final class ReportsYaml {

    static final List<String> SINKS = List.of("long", "wide", "json", "ndjson");

    private final Path folder;
    private final List<String> api = new ArrayList<>();
    private final List<String> reports = new ArrayList<>();
    private boolean ownZones;

    /** A configuration of sinks that write below a folder. */
    ReportsYaml(Path folder) {
        this.folder = folder;
    }

    /** The variables that the configuration refers to. */
    static Map<String, String> environment(URI api) {
        Map<String, String> environment = new HashMap<>();
        environment.put("API_URL", api.toString());
        Organizations.all().forEach(organization -> environment.put(variable(organization), organization.token()));
        return environment;
    }

    /** One more line below {@code api}. */
    ReportsYaml api(String line) {
        api.add(line);
        return this;
    }

    /** Every organization has its own time zone, which goes before the one of the report. */
    ReportsYaml withOwnZones() {
        ownZones = true;
        return this;
    }

    ReportsYaml report(String name, Coverage coverage) {
        return report(name, coverage, List.of(coverage.organization()), List.of("long"));
    }

    ReportsYaml report(String name, Coverage coverage, List<Organization> organizations, List<String> sinks) {
        reports.add("""
                  %s:
                    time-zone: %s
                    window: %s..%s
                    granularity: %s
                    scopes: %s
                    metrics: %s
                    rooms: %s
                    organizations: %s
                    fill: %s
                    sinks: %s
                """.formatted(
                        name,
                        coverage.zone(),
                        coverage.firstDay(),
                        coverage.lastDay(),
                        coverage.granularity(),
                        coverage.scopes(),
                        coverage.metrics().stream().map(TrueMetric::id).toList(),
                        coverage.rooms(),
                        organizations.stream().map(ReportsYaml::key).toList(),
                        coverage.fill(),
                        sinks));
        return this;
    }

    /** {@code acme}, {@code bakery} or {@code corner}. */
    static String key(Organization organization) {
        return organization.token().substring(0, organization.token().indexOf('-'));
    }

    private static String variable(Organization organization) {
        return organization.token().replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** What the artifact of a report is called. */
    static String fileName(String report, Coverage coverage, String format) {
        String days = coverage.firstDay().equals(coverage.lastDay())
                ? coverage.firstDay().toString()
                : coverage.firstDay() + "_" + coverage.lastDay();
        return "%s-%s-%s.%s".formatted(report, key(coverage.organization()), days, format);
    }

    @Override
    public String toString() {
        return """
                api:
                  url: "{{env:API_URL}}"
                %sorganizations:
                %sreports:
                %ssinks:
                  long: { type: file, directory: "%s/long", format: csv }
                  wide: { type: file, directory: "%s/wide", format: csv, layout: wide }
                  json: { type: file, directory: "%s/json", format: json }
                  ndjson: { type: file, directory: "%s/ndjson", format: ndjson }
                """.formatted(
                        api.stream().map("  %s\n"::formatted).collect(Collectors.joining()),
                        Organizations.all().stream().map(this::organization).collect(Collectors.joining()),
                        String.join("", reports),
                        folder,
                        folder,
                        folder,
                        folder);
    }

    private String organization(Organization organization) {
        return """
                  %s:
                    id: %s
                    name: "%s"
                    token: "{{env:%s}}"
                """.formatted(key(organization), organization.id(), organization.name(), variable(organization))
                + (ownZones ? "    time-zone: %s\n".formatted(organization.zone()) : "");
    }
}
