package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** {@code --data}, the same for every command that makes reports. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where rows and artifacts are kept. Default: \"data\" of the configuration.")
    private Path folder;

    Path folder(Configuration configuration) {
        return folder(() -> configuration);
    }

    /** Asks for the configuration only where it is needed. */
    Path folder(Supplier<Configuration> configuration) {
        return folder == null ? Path.of(configuration.get().data()) : folder;
    }
}
