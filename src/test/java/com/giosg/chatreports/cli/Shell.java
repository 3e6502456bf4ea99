package com.giosg.chatreports.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Runs programs of the machine. */
final class Shell {

    private Shell() {}

    /** What it printed, errors included; it must end well. */
    static String run(String... command) throws IOException, InterruptedException {
        return run(new ProcessBuilder(command));
    }

    static String run(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(builder.command() + " ended with " + process.exitValue() + ":\n" + printed);
        }
        return printed;
    }
}
