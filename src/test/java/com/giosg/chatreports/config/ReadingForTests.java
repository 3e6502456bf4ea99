package com.giosg.chatreports.config;

import com.giosg.chatreports.Spoken;
import com.giosg.chatreports.metrics.Catalogue;
import com.giosg.chatreports.metrics.CatalogueReader;
import com.giosg.chatreports.metrics.Templates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** A reader with the shipped metrics, kinds of sink as the design names them and a made-up environment. */
final class ReadingForTests {

    static final Path CASES = Path.of("src/test/resources/configurations");
    static final Path SINKS = Path.of("src/test/resources/sinks");
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    static final String CANARY = "CANARY";

    static final Map<String, String> ENVIRONMENT = Map.of(
            "GIOSG_TOKEN", CANARY + "-giosg-token",
            "GIOSG_ORGANIZATION", "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
            "SMTP_PASSWORD", CANARY + "-smtp-password",
            "WAREHOUSE_TOKEN", CANARY + "-warehouse-token",
            "BETA_TOKEN", CANARY + "-beta-token",
            "CANARY", CANARY + "-value-that-is-far-longer-than-what-a-message-quotes-of-a-value",
            "TWO_LINES", CANARY + "-line\nX-Header: " + CANARY,
            "EMPTY", "");

    private static final Path TEMPLATES = Path.of("templates");
    private static final Catalogue CATALOGUE =
            CatalogueReader.read(TEMPLATES, Templates.configuration(TEMPLATES)).catalogue();

    private ReadingForTests() {}

    static Catalogue catalogue() {
        return CATALOGUE;
    }

    /** Relative names of secret files start from the folder of the configuration. */
    static CheckedConfiguration read(Path file) {
        return reader(file.getParent()).read(file, NOW);
    }

    static ConfigurationReader reader(Path folder) {
        return reader(folder, SinkKinds.in(SINKS));
    }

    static ConfigurationReader reader(Path folder, SinkKinds kinds) {
        return new ConfigurationReader(
                CATALOGUE, kinds, Spoken.LANGUAGES, PropertyFunctions.of(ENVIRONMENT::get, folder));
    }
}
