package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.cli.JavaCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command {@code start} as a process of its own, which the operating system can stop. */
final class StartedProcess implements AutoCloseable {

    private final Path folder;
    private final Process process;

    private StartedProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /**
     * Starts it.
     *
     * @param folder where its configuration stands and everything that it says and keeps
     * @param jvmOptions as {@code JAVA_OPTS} would give them
     */
    static StartedProcess of(
            Path folder, String configuration, Map<String, String> environment, List<String> jvmOptions)
            throws IOException {
        Path reports = Files.writeString(folder.resolve("reports.yaml"), configuration);
        ProcessBuilder builder = new ProcessBuilder(JavaCommand.of(
                jvmOptions,
                "start",
                "--config",
                reports.toString(),
                "--data",
                folder.resolve("data").toString()));
        builder.environment().putAll(environment);
        return new StartedProcess(
                folder,
                builder.redirectOutput(file(folder, "stdout"))
                        .redirectError(file(folder, "stderr"))
                        .start());
    }

    private static File file(Path folder, String stream) {
        return folder.resolve(stream).toFile();
    }

    List<String> out() throws IOException {
        return Files.readAllLines(folder.resolve("stdout"));
    }

    List<String> err() throws IOException {
        return Files.readAllLines(folder.resolve("stderr"));
    }

    /** Everything, to be read where a test fails. */
    String said() throws IOException {
        return String.join(System.lineSeparator(), out())
                + System.lineSeparator()
                + String.join(System.lineSeparator(), err());
    }

    long pid() {
        return process.pid();
    }

    /** Writes another configuration in place of the one that is there, as editors do: beside it, then renamed. */
    void configure(String configuration) throws IOException {
        Path written = Files.writeString(folder.resolve(".reports.yaml.swp"), configuration);
        Files.move(written, folder.resolve("reports.yaml"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Sends SIGHUP. */
    void hangUp() throws IOException, InterruptedException {
        HangUp.send(process);
    }

    /** Sends SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** The exit code, which has to come in time. */
    int exitCode(Duration patience) throws InterruptedException {
        assertThat(process.waitFor(patience.toSeconds(), TimeUnit.SECONDS))
                .as("it ends")
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
