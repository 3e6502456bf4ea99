package com.giosg.chatreports.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Everything that a command sees of the world outside.
 *
 * @param home the folder with {@code routes}, {@code templates} and {@code config}
 * @param environment the variables that {@code {{env:NAME}}} stands for
 * @param clock what time it is
 * @param random spreads retries
 * @param out results
 * @param err progress and problems
 * @param outIsTerminal whether somebody looks at the results: tables and colour
 * @param errIsTerminal whether somebody looks at the progress: a line that changes
 */
public record Surroundings(
        Path home,
        Map<String, String> environment,
        InstantSource clock,
        RandomGenerator random,
        PrintWriter out,
        PrintWriter err,
        boolean outIsTerminal,
        boolean errIsTerminal) {

    /** The same world with other variables in it. */
    Surroundings with(Map<String, String> otherEnvironment) {
        return new Surroundings(home, otherEnvironment, clock, random, out, err, outIsTerminal, errIsTerminal);
    }

    boolean colours() {
        return outIsTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
