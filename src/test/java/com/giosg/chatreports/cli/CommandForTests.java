package com.giosg.chatreports.cli;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Runs commands in a world of its own: made-up variables, a clock that stands, nobody at the terminal. */
record CommandForTests(
        Path home, Map<String, String> environment, InstantSource clock, boolean outIsTerminal, boolean errIsTerminal) {

    /** The checkout's own templates, routes and configuration. A Wednesday, in the week of a change of the clocks. */
    static CommandForTests here() {
        return at(Path.of(""));
    }

    static CommandForTests at(Path home) {
        return new CommandForTests(
                home, Map.of(), InstantSource.fixed(Instant.parse("2026-10-28T09:30:00Z")), false, false);
    }

    /** How a command ended, and what it said. */
    record Outcome(int exitCode, String out, String err) {}

    CommandForTests with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new CommandForTests(home, more, clock, outIsTerminal, errIsTerminal);
    }

    CommandForTests withTerminals(boolean out, boolean err) {
        return new CommandForTests(home, environment, clock, out, err);
    }

    Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = ChatReports.execute(surroundings(out, err), arguments);
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    Surroundings surroundings() {
        return surroundings(new StringWriter(), new StringWriter());
    }

    Surroundings surroundings(StringWriter out, StringWriter err) {
        return new Surroundings(
                home,
                environment,
                clock,
                new NeverWaits(),
                new PrintWriter(new BufferedWriter(out), true),
                new PrintWriter(new BufferedWriter(err), true),
                outIsTerminal,
                errIsTerminal);
    }

    /** Retries come after a random wait; here after none. */
    private static final class NeverWaits implements RandomGenerator {

        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public long nextLong(long bound) {
            return 0;
        }
    }
}
