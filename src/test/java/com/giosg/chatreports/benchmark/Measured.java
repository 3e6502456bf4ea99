package com.giosg.chatreports.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a whole process cost, as Linux accounts for it.
 *
 * @param cpu of all its threads, start-up and compiler included
 * @param peakMemory bytes: the largest resident set
 */
record Measured(Duration cpu, long peakMemory) {

    private static final long NANOS_PER_TICK = 10_000_000;
    private static final int LOOK_EVERY_MILLIS = 10;

    /** Runs a command to its end, one at a time, since the kernel adds up the times of ended children. */
    static Measured run(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        long before = ticksOfEndedChildren();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        long peak = 0;
        do {
            peak = Math.max(peak, peakMemory(process.pid()));
        } while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
        if (process.exitValue() != 0) {
            throw new IllegalStateException("exit code " + process.exitValue() + " of " + command);
        }
        return new Measured(Duration.ofNanos((ticksOfEndedChildren() - before) * NANOS_PER_TICK), peak);
    }

    double cpuSeconds() {
        return cpu.toMillis() / 1000.0;
    }

    double peakMebibytes() {
        return peakMemory / (double) (1 << 20);
    }

    /** The fields cutime and cstime of proc(5), 14th and 15th behind the name in brackets. */
    private static long ticksOfEndedChildren() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[13]) + Long.parseLong(fields[14]);
    }

    /** Bytes; 0 where the process has ended. */
    static long peakMemory(long process) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UncheckedIOException e) {
            // It ended while it was looked at.
            return 0;
        }
    }
}
