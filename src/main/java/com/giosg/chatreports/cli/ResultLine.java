package com.giosg.chatreports.cli;

import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.time.Times;
import java.time.Instant;

/** What was done with a run, as {@code start} says it once that is over. Its warnings are in the log already. */
final class ResultLine {

    private ResultLine() {}

    static void print(RunResult result, Surroundings surroundings) {
        Run run = result.run();
        surroundings
                .out()
                .println("%s %s of %s: %s, rows: %d, delivered: %d of %d, gaps: %d of %d%s"
                        .formatted(
                                local(run, surroundings.clock().instant()),
                                run.report(),
                                run.organization(),
                                run.window().label(),
                                result.rows(),
                                result.delivered(),
                                result.artifacts(),
                                result.gaps().size(),
                                result.requests().size(),
                                run.failure()
                                        .map(failure -> "failed: " + failure.cause())
                                        .or(result::unsent)
                                        .map(", "::concat)
                                        .orElse("")));
    }

    private static String local(Run run, Instant instant) {
        return Times.print(instant.atZone(run.window().zone()));
    }
}
