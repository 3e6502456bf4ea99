package com.giosg.chatreports.chaos;

import com.giosg.chatreports.cli.JavaCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * The command {@code start} as a process, from its birth until it is killed or told to stop.
 *
 * @param said what it printed, on both streams
 */
record Life(Process process, Path said) implements AutoCloseable {

    /** Names the launcher of the packaged application. Without it the classes of this build are started. */
    private static final String LAUNCHER = "chaos.launcher";

    /**
     * Starts it.
     *
     * @param folder of its configuration, its data folder and what it says
     */
    static Life begin(Path folder, Peers peers, int number, List<String> jvmOptions) throws IOException {
        Path reports = Files.writeString(folder.resolve("reports.yaml"), peers.configuration());
        String[] start = {
            "start",
            "--config",
            reports.toString(),
            "--data",
            folder.resolve("data").toString()
        };
        List<String> options =
                Stream.concat(peers.trust().stream(), jvmOptions.stream()).toList();
        Path said = folder.resolve("said-%04d.txt".formatted(number));
        ProcessBuilder builder = new ProcessBuilder(command(options, start));
        builder.environment().putAll(peers.environment());
        builder.environment().put("JAVA_OPTS", String.join(" ", options));
        return new Life(
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start(), said);
    }

    /** The launcher takes the options from the environment. */
    private static List<String> command(List<String> jvmOptions, String... start) {
        return Optional.ofNullable(System.getProperty(LAUNCHER))
                .map(launcher ->
                        Stream.concat(Stream.of(launcher), Stream.of(start)).toList())
                .orElseGet(() -> JavaCommand.of(jvmOptions, start));
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
