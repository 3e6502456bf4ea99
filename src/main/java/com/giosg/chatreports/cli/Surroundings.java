package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.InMemoryLedger;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.route.Installation;
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

    /** What an application is started with that remembers nothing afterwards. */
    Installation installation(freemarker.template.Configuration templates, Path data, Configuration configuration) {
        return installation(templates, data, configuration, new InMemoryLedger());
    }

    /**
     * What an application is started with.
     *
     * @param data where runs are kept
     */
    Installation installation(
            freemarker.template.Configuration templates, Path data, Configuration configuration, Ledger ledger) {
        return new Installation(home, templates, data, configuration, ledger, clock, random);
    }

    boolean colours() {
        return outIsTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
