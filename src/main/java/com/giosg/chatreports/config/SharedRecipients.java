package com.giosg.chatreports.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Notes who is mailed the figures of several organizations: right for a team lead, wrong for a customer. Files, folders
 * and addresses of other kinds are commonly shared, and the figures there tell whose they are.
 */
final class SharedRecipients {

    private static final String RECIPIENTS = "{recipients}";

    /** As many as a note names: an agency has hundreds. */
    private static final int NAMED = 3;

    private final Named<Report> reports;
    private final Named<Sink> sinks;
    private final Map<String, Set<String>> organizations = new LinkedHashMap<>();
    private final Map<String, String> latestSinks = new LinkedHashMap<>();

    SharedRecipients(Named<Report> reports, Named<Sink> sinks) {
        this.reports = reports;
        this.sinks = sinks;
    }

    void note() {
        reports.read().values().forEach(report -> report.sinks().stream()
                .filter(sink -> sink.kind().takes() == SinkKind.Takes.MAIL)
                .forEach(sink -> reach(report, sink)));
        Map<String, Map<Set<String>, List<String>>> notes = new LinkedHashMap<>();
        organizations.forEach((address, keys) -> {
            if (keys.size() > 1) {
                notes.computeIfAbsent(latestSinks.get(address), sink -> new LinkedHashMap<>())
                        .computeIfAbsent(keys, same -> new ArrayList<>())
                        .add(address);
            }
        });
        notes.forEach((sink, shared) ->
                shared.forEach((keys, addresses) -> sinks.values().get(sink).note(words(keys, addresses))));
    }

    private void reach(Report report, Sink sink) {
        for (Organization organization : report.organizations()) {
            addresses(sink, organization).forEach(address -> {
                organizations
                        .computeIfAbsent(address, first -> new LinkedHashSet<>())
                        .add(organization.key());
                latestSinks.put(address, sink.name());
            });
        }
    }

    private static Stream<String> addresses(Sink sink, Organization organization) {
        return MailSettings.ADDRESSED.stream()
                .map(sink.settings()::get)
                .filter(Objects::nonNull)
                .map(text -> text.replace(RECIPIENTS, String.join(",", recipients(sink, organization))))
                .flatMap(text -> Stream.of(text.split(",", -1)))
                .map(address -> address.replaceAll(".*<|>.*", "").strip().toLowerCase(Locale.ROOT))
                .filter(address -> !address.isEmpty());
    }

    private static List<String> recipients(Sink sink, Organization organization) {
        return sink.isPerTeam()
                ? organization.teams().values().stream().flatMap(List::stream).toList()
                : organization.recipients();
    }

    private static String words(Set<String> keys, List<String> addresses) {
        return "%s %s the figures of %s; where each organization has readers of its own, write %s and give it \"recipients\""
                .formatted(some(addresses), addresses.size() > 1 ? "get" : "gets", some(keys), RECIPIENTS);
    }

    private static String some(Collection<String> all) {
        String named = all.stream().limit(NAMED).collect(Collectors.joining(", "));
        return all.size() > NAMED ? "%s and %d more".formatted(named, all.size() - NAMED) : named;
    }
}
