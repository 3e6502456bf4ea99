package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.CheckedConfiguration;
import com.giosg.chatreports.config.ConfigurationProblems;
import com.giosg.chatreports.config.ConfigurationReader;
import com.giosg.chatreports.config.PropertyFunctions;
import com.giosg.chatreports.config.SinkKinds;
import com.giosg.chatreports.metrics.Catalogue;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --config}, the same for every command that needs a configuration. */
final class ConfigurationOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "What to report, to whom and when. Default: ${DEFAULT-VALUE}")
    private Path file = Path.of("config", "reports.yaml");

    Path file() {
        return file;
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
        SinkKinds kinds = SinkKinds.in(surroundings.home().resolve("routes").resolve("sinks"));
        PropertyFunctions functions = PropertyFunctions.of(surroundings.environment()::get, Path.of(""));
        return new ConfigurationReader(catalogue, kinds, functions)
                .read(file, surroundings.clock().instant());
    }
}
