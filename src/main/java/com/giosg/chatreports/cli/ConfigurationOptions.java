package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.CheckedConfiguration;
import com.giosg.chatreports.config.ConfigurationProblems;
import com.giosg.chatreports.config.ConfigurationReader;
import com.giosg.chatreports.config.Languages;
import com.giosg.chatreports.config.LedgerReader;
import com.giosg.chatreports.config.LedgerSettings;
import com.giosg.chatreports.config.PropertyFunctions;
import com.giosg.chatreports.config.SinkKinds;
import com.giosg.chatreports.metrics.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --config}, the same for every command that needs a configuration. */
final class ConfigurationOptions {

    private static final Path USUAL = Path.of("config", "reports.yaml");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "What to report, to whom and when. Default: ${DEFAULT-VALUE}")
    private Path file = USUAL;

    Path file() {
        return file;
    }

    /** Whether there is a file, or should be because somebody named it. */
    boolean isThere() {
        return Files.exists(file) || !file.equals(USUAL);
    }

    /** Reads the file, or complains about everything that is wrong with it. */
    CheckedConfiguration read(Surroundings surroundings, Catalogue catalogue) {
        return read(surroundings, catalogue, file);
    }

    static CheckedConfiguration read(Surroundings surroundings, Catalogue catalogue, Path file) {
        try {
            return readOrThrow(surroundings, catalogue, file);
        } catch (ConfigurationProblems e) {
            throw Complaint.configuration(e.getMessage());
        }
    }

    /**
     * Reads a file.
     *
     * @throws ConfigurationProblems with everything that is wrong
     */
    static CheckedConfiguration readOrThrow(Surroundings surroundings, Catalogue catalogue, Path file) {
        return readOrThrow(surroundings, catalogue, languages(surroundings), file);
    }

    /** The same where the languages were read already. */
    static CheckedConfiguration readOrThrow(
            Surroundings surroundings, Catalogue catalogue, Languages languages, Path file) {
        SinkKinds kinds = SinkKinds.in(surroundings.home().resolve("routes").resolve("sinks"));
        return new ConfigurationReader(catalogue, kinds, languages, functions(surroundings))
                .read(file, surroundings.clock().instant());
    }

    /** Which server keeps the ledger, as far as that can be told: whatever else is in the file, if there is one. */
    Optional<LedgerSettings> ledger(Surroundings surroundings) {
        if (!isThere()) {
            return Optional.empty();
        }
        try {
            return LedgerReader.in(file, functions(surroundings));
        } catch (ConfigurationProblems e) {
            throw Complaint.configuration(e.getMessage());
        }
    }

    private static PropertyFunctions functions(Surroundings surroundings) {
        return PropertyFunctions.of(surroundings.environment()::get, Path.of(""));
    }

    static Languages languages(Surroundings surroundings) {
        return Languages.in(surroundings.home().resolve("templates").resolve("languages"));
    }
}
