package com.giosg.chatreports.config;

import com.giosg.chatreports.metrics.Scope;
import java.util.Map;
import java.util.Objects;

/** Checks what a mail for each team needs: figures by team, teams with addresses, and that the mail goes to these. */
final class TeamMails {

    private static final String MISPLACED = "{team} is for sinks with per: team, whose mails are about one each";

    private final Named<Organization> organizations;
    private final Named<Report> reports;
    private final Named<Sink> sinks;

    TeamMails(Named<Organization> organizations, Named<Report> reports, Named<Sink> sinks) {
        this.organizations = organizations;
        this.reports = reports;
        this.sinks = sinks;
    }

    void check() {
        sinks.read().values().forEach(sink -> {
            if (sink.isPerTeam()) {
                checkAddresses(sink);
            } else {
                checkPlaceholders(sink);
            }
        });
        reports.read().values().forEach(report -> {
            // The first is enough: what mends it mends the others.
            report.sinks().stream().filter(Sink::isPerTeam).findFirst().ifPresent(sink -> check(report, sink));
            report.onFailure().stream()
                    .filter(Sink::isPerTeam)
                    .forEach(sink -> problem(
                            report,
                            "on-failure",
                            "a notice is about no team: choose another sink than %s, which has per: team"
                                    .formatted(sink.name())));
        });
    }

    private void checkAddresses(Sink sink) {
        if (MailSettings.ADDRESSED.stream()
                .map(sink.settings()::get)
                .filter(Objects::nonNull)
                .noneMatch(Placeholders::nameTheRecipients)) {
            setting(sink, Sink.PER)
                    .problem(
                            "each team's mail goes to {recipients}, which here are those of the team: write it into to");
        }
    }

    private void checkPlaceholders(Sink sink) {
        sink.settings().forEach((name, text) -> {
            if (Placeholders.nameTheTeam(text)) {
                setting(sink, name).problem(MISPLACED);
            }
        });
        if (Placeholders.nameTheTeam(sink.artifact().fileName())) {
            setting(sink, ArtifactReader.FILE_NAME).problem(MISPLACED);
        }
    }

    private Value setting(Sink sink, String name) {
        Value whole = sinks.values().get(sink.name());
        return whole.entries().getOrDefault(name, whole);
    }

    private void check(Report report, Sink sink) {
        boolean asksByTeam = report.metrics().stream()
                .anyMatch(metric -> report.scopesOf(metric).contains(Scope.TEAM));
        if (!asksByTeam) {
            problem(
                    report,
                    "scopes",
                    "the sink %s has a mail for each team, so figures are needed by team; add team"
                            .formatted(sink.name()));
        }
        report.organizations().stream()
                .filter(organization -> organization.teams().isEmpty())
                .forEach(organization -> organizations
                        .values()
                        .get(organization.key())
                        .problem(("needs \"teams\", since the sink %s has a mail for each, e.g."
                                        + " teams: { Sales: sales@example.com }")
                                .formatted(sink.name())));
    }

    private void problem(Report report, String key, String message) {
        Value whole = reports.values().get(report.name());
        Map<String, Value> entries = whole.entries();
        entries.getOrDefault(key, whole).problem(message);
    }
}
