package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --data}, the same for every command that makes reports. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where rows and artifacts are kept. Default: \"data\" of the configuration.")
    private Path folder;

    Path folder(Configuration configuration) {
        return given().orElseGet(() -> Path.of(configuration.data()));
    }

    /** Empty where it is up to the configuration. */
    Optional<Path> given() {
        return Optional.ofNullable(folder);
    }
}
