package com.giosg.chatreports.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/**
 * The command {@code start} as a process, from its birth until it is killed or told to stop.
 *
 * @param said what it printed, on both streams
 */
record Life(Process process, Path said) implements AutoCloseable {

    /** Starts it; its configuration and what it says lie in the folder of its peers. */
    static Life begin(Peers peers, int number, List<String> jvmOptions) throws IOException {
        Path reports = Files.writeString(peers.folder().resolve("reports.yaml"), peers.configuration());
        String[] start = {
            "start", "--config", reports.toString(), "--data", peers.data().toString()
        };
        List<String> options =
                Stream.concat(peers.trust().stream(), jvmOptions.stream()).toList();
        Path said = peers.folder().resolve("said-%04d.txt".formatted(number));
        ProcessBuilder builder = new ProcessBuilder(peers.home().command(options, start));
        builder.environment().putAll(peers.environment());
        builder.environment().put("JAVA_OPTS", String.join(" ", options));
        return new Life(
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start(), said);
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
