package com.giosg.chatreports.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * A command as a process, from its birth until it ends, is killed or is told to stop: mostly {@code start}.
 *
 * @param said what it printed, on both streams
 */
record Life(Process process, Path said) implements AutoCloseable {

    /** Starts it; its configuration and what it says lie in the folder of its peers. */
    static Life begin(Peers peers, int number, List<String> jvmOptions, List<String> command) throws IOException {
        Path said = peers.folder().resolve("said-%04d.txt".formatted(number));
        return new Life(process(peers, said, jvmOptions, command), said);
    }

    private static Process process(Peers peers, Path said, List<String> jvmOptions, List<String> command)
            throws IOException {
        Path reports = Files.writeString(peers.folder().resolve("reports.yaml"), peers.configuration());
        String[] arguments = Stream.concat(
                        command.stream(),
                        Stream.of(
                                "--config",
                                reports.toString(),
                                "--data",
                                peers.data().toString()))
                .toArray(String[]::new);
        List<String> options =
                Stream.concat(peers.trust().stream(), jvmOptions.stream()).toList();
        ProcessBuilder builder = new ProcessBuilder(peers.home().command(options, arguments));
        builder.environment().putAll(peers.environment());
        builder.environment().put("JAVA_OPTS", String.join(" ", options));
        return builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    }

    /** What it has said so far. */
    String words() throws IOException {
        return Files.readString(said);
    }

    /** Whether it has said when its reports fall due next. */
    boolean watches() throws IOException {
        return words().contains("NEXT START");
    }

    /** Without a warning, as when the plug is pulled. Unless it ended by itself, which it must not. */
    void kill() throws InterruptedException, IOException {
        Assertions.assertThat(process.isAlive())
                .as("it ended by itself: %s", words())
                .isTrue();
        process.destroyForcibly().waitFor();
    }

    /** By itself: it has done what it was for. */
    void awaitEnd() throws InterruptedException, IOException {
        Assertions.assertThat(process.waitFor(2, TimeUnit.MINUTES))
                .as("it ends: %s", words())
                .isTrue();
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
