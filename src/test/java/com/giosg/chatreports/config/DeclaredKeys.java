package com.giosg.chatreports.config;

import java.util.List;
import java.util.stream.Stream;

/**
 * The keys that the reader declares for one section.
 *
 * @param path of the section in {@link #EXAMPLE}; empty: the top
 * @param schemaPointer of the section in the schema
 * @param keys in the reader's order
 */
record DeclaredKeys(String path, String schemaPointer, List<String> keys) {

    /** A right configuration with one of everything. */
    static final String EXAMPLE = "smallest";

    static Stream<DeclaredKeys> ofEverySection() {
        return Stream.of(
                new DeclaredKeys("", "", ConfigurationReader.KEYS),
                new DeclaredKeys("api", "/properties/api", ApiReader.KEYS),
                new DeclaredKeys("look", "/definitions/look", LookReader.KEYS),
                new DeclaredKeys("organizations.acme.look", "/definitions/look", LookReader.KEYS),
                new DeclaredKeys("ledger", "/properties/ledger", LedgerReader.KEYS),
                new DeclaredKeys("runs", "/properties/runs", ConfigurationReader.RUNS_KEYS),
                new DeclaredKeys("management", "/properties/management", ConfigurationReader.MANAGEMENT_KEYS),
                new DeclaredKeys("organizations.acme", "/definitions/organization", OrganizationReader.KEYS),
                new DeclaredKeys("reports.by-hand", "/definitions/report", ReportReader.KEYS),
                new DeclaredKeys("reports.by-hand.targets.real-chats", "/definitions/target", TargetReader.KEYS),
                new DeclaredKeys(
                        "reports.by-hand.targets.real-chats.change", "/definitions/change", TargetReader.CHANGE_KEYS),
                new DeclaredKeys("sinks.archive", "/definitions/sink", SinkReader.COMMON_KEYS));
    }

    @Override
    public String toString() {
        return path.isEmpty() ? "top" : path;
    }
}
