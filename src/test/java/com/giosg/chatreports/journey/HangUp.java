package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a process to read its files anew. */
final class HangUp {

    /** The first of the signals. */
    private static final long MASK = 1;

    private HangUp() {}

    /** Sends SIGHUP. Where a build was started with that signal ignored, as by nohup, every JVM that it starts ignores it. */
    static void send(Process process) throws IOException, InterruptedException {
        assumeFalse(isIgnoredBy(process), "needs SIGHUP, which whoever started this build has ignored");
        assertThat(new ProcessBuilder("kill", "-HUP", Long.toString(process.pid()))
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }

    /** As Linux says it; other systems are not asked. */
    private static boolean isIgnoredBy(Process process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return false;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> Long.parseUnsignedLong(
                        line.substring("SigIgn:".length()).strip(), 16))
                .anyMatch(ignored -> (ignored & MASK) != 0);
    }
}
