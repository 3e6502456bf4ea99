package com.giosg.chatreports.chaos;

import com.giosg.chatreports.cli.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.Assertions;

/**
 * The command {@code start} as a process, from its birth until it is killed or told to stop.
 *
 * @param said what it printed, on both streams
 */
record Life(Process process, Path said) implements AutoCloseable {

    /** Names the launcher of the packaged application. Without it the classes of this build are started. */
    private static final String LAUNCHER = "chaos.launcher";

    /** Every life of one application knows the same folder. */
    static Life begin(Path folder, Peers peers, int number) throws IOException {
        Path reports = Files.writeString(folder.resolve("reports.yaml"), peers.configuration());
        List<String> start = List.of(
                "start",
                "--config",
                reports.toString(),
                "--data",
                folder.resolve("data").toString());
        Path said = folder.resolve("said-%04d.txt".formatted(number));
        ProcessBuilder builder = new ProcessBuilder(command(peers, start));
        builder.environment().putAll(peers.environment());
        builder.environment().put("JAVA_OPTS", String.join(" ", peers.trust()));
        return new Life(
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start(), said);
    }

    private static List<String> command(Peers peers, List<String> arguments) {
        Optional<String> launcher = Optional.ofNullable(System.getProperty(LAUNCHER));
        if (launcher.isEmpty()) {
            return JavaCommand.of(peers.trust(), arguments.toArray(String[]::new));
        }
        List<String> command = new ArrayList<>(List.of(launcher.get()));
        command.addAll(arguments);
        return command;
    }

    /** Whether it has said when its reports fall due next. */
    boolean watches() throws IOException {
        return Files.readString(said).contains("NEXT START");
    }

    /** Without a warning, as when the plug is pulled. Unless it ended by itself, which it must not. */
    void kill() throws InterruptedException, IOException {
        Assertions.assertThat(process.isAlive())
                .as("it ended by itself: %s", Files.readString(said))
                .isTrue();
        process.destroyForcibly().waitFor();
    }

    /** In order. */
    int stop() throws InterruptedException {
        process.destroy();
        process.waitFor(2, TimeUnit.MINUTES);
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
