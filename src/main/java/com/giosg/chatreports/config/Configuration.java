package com.giosg.chatreports.config;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an operator configured, checked as a whole.
 *
 * @param api how Giosg's APIs are reached
 * @param organizations by key, in the order of the file
 * @param reports by name, in the order of the file
 * @param sinks by name, in the order of the file
 * @param runsEndpoint the Camel endpoint that planned runs travel through
 * @param managementPort where {@code start} serves health and metrics on loopback; empty: nowhere
 * @param ledger the server that keeps it; empty: it is a file in the data folder
 * @param data the folder of the ledger and the runs, as written; the command line can name another
 * @param functions what references in the settings of sinks stand for
 */
public record Configuration(
        ApiSettings api,
        Map<String, Organization> organizations,
        Map<String, Report> reports,
        Map<String, Sink> sinks,
        String runsEndpoint,
        Optional<Integer> managementPort,
        Optional<LedgerSettings> ledger,
        String data,
        PropertyFunctions functions) {

    private static final String MASK = "***";

    /** So many characters of a secret tell nothing, and masking them would make words unreadable. */
    private static final int HARMLESS = 3;

    /** Those that fall due by themselves. */
    public List<Report> scheduledReports() {
        return reports.values().stream()
                .filter(report -> report.schedule().isPresent())
                .toList();
    }

    /** An address that is none, as Camel repeats it: with slashes behind what would be its scheme. */
    private static String asEndpoint(String secret) {
        return secret.replaceFirst(":(?!//)", "://");
    }

    private Stream<String> secrets() {
        Stream<String> ofSinks = sinks.values().stream().flatMap(sink -> sink.secrets(functions));
        Stream<Secret> others = Stream.concat(
                organizations.values().stream().map(Organization::token),
                ledger.flatMap(LedgerSettings::password).stream());
        return Stream.concat(others.map(Secret::value), ofSinks);
    }

    /** Words that may come from a library or a peer, without the secrets of this configuration. */
    public String withoutSecrets(String words) {
        return secrets()
                .filter(secret -> secret.length() > HARMLESS)
                .flatMap(secret -> Stream.of(secret, asEndpoint(secret)))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(words, (masked, secret) -> masked.replace(secret, MASK));
    }
}
