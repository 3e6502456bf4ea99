package com.giosg.chatreports.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Removes what is old: first the files of runs, later what the ledger says about them. Runs that are not over and runs
 * that failed are kept, however old, until somebody takes care of them.
 *
 * @param data the data folder
 * @param files how long files are kept after the end of their run
 */
public record Retention(SqlLedger ledger, Path data, Duration files) {

    /** More than a year, so that last year's run of a yearly report can be looked up. */
    private static final Duration ROWS = Duration.ofDays(400);

    /** Whatever is old by now. */
    public void apply(Instant now) throws IOException {
        for (String runId : ledger.settledBefore(now.minus(files))) {
            Folders.delete(data.resolve("runs").resolve(runId));
        }
        ledger.forgetSettledBefore(now.minus(ROWS));
    }
}
