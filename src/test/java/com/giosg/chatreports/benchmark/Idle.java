package com.giosg.chatreports.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a process costs that has nothing to do, as Linux accounts for it.
 *
 * @param cpu of all its threads during the measurement
 * @param measured how long that was
 * @param memory bytes of the resident set at its end
 * @param threads how many there were then
 * @param toStop how long SIGTERM took
 */
record Idle(Duration cpu, Duration measured, long memory, int threads, Duration toStop) {

    /** By then the compiler has done what it does after a start. */
    private static final int WARM_UP_SECONDS = 90;

    private static final int MEASURED_SECONDS = 60;
    private static final int STOP_SECONDS = 45;

    /** Starts a process that does not end, and stops it again; it must end well. */
    static Idle measure(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            waitWhileRunning(process, WARM_UP_SECONDS);
            Duration cpuBefore = cpu(process);
            long before = System.nanoTime();
            waitWhileRunning(process, MEASURED_SECONDS);
            Duration cpu = cpu(process).minus(cpuBefore);
            Duration measured = Duration.ofNanos(System.nanoTime() - before);
            long memory = status(process, "VmRSS:") << 10;
            int threads = (int) status(process, "Threads:");
            return new Idle(cpu, measured, memory, threads, stop(process));
        } finally {
            process.destroyForcibly();
        }
    }

    private static void waitWhileRunning(Process process, int seconds) throws InterruptedException {
        if (process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it ended by itself with " + process.exitValue());
        }
    }

    private static Duration stop(Process process) throws InterruptedException {
        long asked = System.nanoTime();
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException("it did not end well after SIGTERM");
        }
        return Duration.ofNanos(System.nanoTime() - asked);
    }

    double percentOfCpu() {
        return 100.0 * cpu.toNanos() / measured.toNanos();
    }

    double mebibytes() {
        return memory / (double) (1 << 20);
    }

    double secondsToStop() {
        return toStop.toMillis() / 1000.0;
    }

    private static Duration cpu(Process process) {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** A number of proc(5), status. */
    private static long status(Process process, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith(name))
                .flatMap(line -> Arrays.stream(line.split("\\D+", -1)))
                .filter(number -> !number.isEmpty())
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
