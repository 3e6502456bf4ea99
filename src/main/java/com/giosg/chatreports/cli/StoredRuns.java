package com.giosg.chatreports.cli;

import com.giosg.chatreports.ledger.LedgerFile;
import com.giosg.chatreports.ledger.SqlLedger;
import java.nio.file.Path;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** The ledger of a data folder, for commands that look back. A {@code start} may be writing to it meanwhile. */
final class StoredRuns {

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private DataOption data;

    /** What somebody wants to know; the ledger is closed afterwards. */
    <T> T ask(Surroundings surroundings, Function<SqlLedger, T> question) {
        // Where the folder is named, looking back needs neither a good configuration nor its secrets.
        Path folder = data.folder(() -> options.read(surroundings, new CatalogueAtHome(surroundings).read())
                .configuration());
        if (!LedgerFile.isIn(folder)) {
            throw Complaint.usage("%s has no ledger: nothing was run with this data folder yet".formatted(folder));
        }
        try (SqlLedger ledger = LedgerFile.open(folder, surroundings.clock())) {
            return question.apply(ledger);
        }
    }

    static RunResult result(SqlLedger ledger, String runId) {
        return ledger.run(runId)
                .map(run -> RunResult.of(ledger, run.id()))
                .orElseThrow(() ->
                        Complaint.usage("the ledger knows no run %s. See: chat-reports history".formatted(runId)));
    }
}
