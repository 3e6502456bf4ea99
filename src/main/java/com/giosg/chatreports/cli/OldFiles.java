package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.ledger.Retention;
import com.giosg.chatreports.ledger.SqlLedger;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

/** The files of runs that are over, as {@code start} removes them once they are old. */
record OldFiles(Surroundings surroundings, SqlLedger ledger, Path folder) {

    /** That they cannot be removed is no reason to make no new ones. */
    void tidy(Configuration configuration) {
        try {
            new Retention(ledger, folder, kept(configuration))
                    .apply(surroundings.clock().instant());
        } catch (IOException | LedgerFailure e) {
            surroundings
                    .err()
                    .println("Old runs could not be removed: %s. It is tried again in a day".formatted(e.getMessage()));
        }
    }

    /** Files are shared by the sinks of a run: as long as the most patient of them wants. */
    private static Duration kept(Configuration configuration) {
        return configuration.sinks().values().stream()
                .map(sink -> sink.artifact().retention())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
