package com.giosg.chatreports.config;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks what the sinks will be given: no two artifacts under one name in one place, and nobody forgotten. */
final class ArtifactNames {

    /** Windows of different reports can cover the same days, so all of them count as one; the longest label. */
    private static final String WINDOW = "2020-10-24_2020-11-01";

    /** Where a sink with folders puts files, as far as it declares these settings; others only say how. */
    private static final List<String> PLACE = List.of("host", "port", "username", Directory.SETTING);

    private final Named<Organization> organizations;
    private final Named<Report> reports;
    private final Named<Sink> sinks;

    ArtifactNames(Named<Organization> organizations, Named<Report> reports, Named<Sink> sinks) {
        this.organizations = organizations;
        this.reports = reports;
        this.sinks = sinks;
    }

    void check() {
        Map<String, Artifact> earlier = new HashMap<>();
        sinks.read().values().forEach(sink -> {
            List<Artifact> artifacts = artifacts(sink);
            Stream.concat(artifacts.stream(), notices(sink)).forEach(this::checkRecipients);
            problem(artifacts, earlier).ifPresent(sinks.values().get(sink.name())::problem);
        });
    }

    private List<Artifact> artifacts(Sink sink) {
        return reports.read().values().stream()
                .filter(report -> report.sinks().contains(sink))
                .flatMap(report -> artifacts(sink, report))
                .toList();
    }

    /** They have names of their own, and go to the same people as artifacts. */
    private Stream<Artifact> notices(Sink sink) {
        return reports.read().values().stream()
                .filter(report ->
                        report.onFailure().contains(sink) && !report.sinks().contains(sink))
                .flatMap(report -> artifacts(sink, report));
    }

    private static Stream<Artifact> artifacts(Sink sink, Report report) {
        return report.organizations().stream()
                .flatMap(organization -> sink.isPerTeam()
                        ? organization.teams().keySet().stream()
                                .map(team -> new Artifact(sink, report, organization, team))
                        : Stream.of(new Artifact(sink, report, organization, "")));
    }

    private void checkRecipients(Artifact artifact) {
        boolean wanted = !artifact.sink.isPerTeam()
                && artifact.sink.settings().values().stream().anyMatch(text -> Placeholders.nameTheRecipients(text));
        if (wanted && artifact.organization.recipients().isEmpty()) {
            organizations
                    .values()
                    .get(artifact.organization.key())
                    .problem("needs \"recipients\", since the sink %s sends to {recipients}"
                            .formatted(artifact.sink.name()));
        }
    }

    /** The first is enough: what mends it mends the others. */
    private static Optional<String> problem(List<Artifact> artifacts, Map<String, Artifact> earlier) {
        for (Artifact artifact : artifacts) {
            String name = artifact.fileName();
            if (FileNames.isTooLong(name)) {
                return Optional.of(
                        "the file name %s is longer than %d characters".formatted(Quoted.of(name), FileNames.LONGEST));
            }
            Artifact same = earlier.putIfAbsent(artifact.destination(), artifact);
            if (same != null) {
                return Optional.of(clash(same, artifact));
            }
        }
        return Optional.empty();
    }

    private static String clash(Artifact first, Artifact second) {
        if (!first.sink.name().equals(second.sink.name())) {
            return "would write the same file as the sink %s: %s, %s; give one of them another directory or file-name"
                    .formatted(
                            first.sink.name(),
                            Quoted.of(second.fileName()),
                            Stream.of(first.owner(), second.owner()).distinct().collect(Collectors.joining(" and ")));
        }
        if (!first.team.equals(second.team)) {
            return "the teams %s and %s of %s would get one file name, %s; %s"
                    .formatted(
                            Quoted.of(first.team),
                            Quoted.of(second.team),
                            first.organization.key(),
                            Quoted.of(FileNames.safe(second.fileName())),
                            Placeholders.nameTheTeam(first.sink.artifact().fileName())
                                    ? "give one of them by its id"
                                    : "put {team} into file-name");
        }
        boolean differByReport = !first.report.name().equals(second.report.name());
        return "%s and %s would get one file name, %s; put %s into file-name"
                .formatted(
                        first.owner(),
                        second.owner(),
                        Quoted.of(second.fileName()),
                        differByReport ? "{report}" : "{organization}");
    }

    /** What one run of a report hands to a sink; about one team alone where it has one. */
    private record Artifact(Sink sink, Report report, Organization organization, String team) {

        String owner() {
            return "%s for %s".formatted(report.name(), organization.key());
        }

        String fileName() {
            return placeholders().expand(sink.artifact().fileName());
        }

        /** Names that differ in case alone are one file on many machines; two mails are two mails whatever they are called. */
        String destination() {
            if (sink.sendsMails()) {
                return String.join(
                        "\n",
                        sink.name(),
                        owner(),
                        sink.isPerTeam() ? FileNames.safe(fileName()).toLowerCase(Locale.ROOT) : "");
            }
            Stream<String> place = sink.directory().isPresent()
                    ? PLACE.stream().map(this::placed)
                    : Stream.concat(
                            Stream.of(sink.name()),
                            sink.settings().values().stream().map(placeholders()::expand));
            return place.reduce(
                            sink.kind().name() + "\n" + FileNames.safe(fileName()),
                            (all, setting) -> all + "\n" + setting)
                    .toLowerCase(Locale.ROOT);
        }

        /** {@code ./out/} is {@code out}. */
        private String placed(String setting) {
            String value = sink.settings()
                    .getOrDefault(
                            setting,
                            sink.kind()
                                    .find(setting)
                                    .flatMap(SinkProperty::defaultValue)
                                    .orElse(""));
            return setting.equals(Directory.SETTING)
                    ? Path.of(placeholders().expand(value)).normalize().toString()
                    : value;
        }

        private Placeholders placeholders() {
            return new Placeholders(
                    report.name(),
                    organization.key(),
                    WINDOW,
                    Scalars.spelled(sink.artifact().format()),
                    String.join(",", organization.teams().getOrDefault(team, organization.recipients())),
                    team);
        }
    }
}
