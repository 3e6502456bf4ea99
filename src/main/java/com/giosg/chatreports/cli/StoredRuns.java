package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.LedgerAccess;
import com.giosg.chatreports.ledger.SqlLedger;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** A ledger, for commands that look back. A {@code start} may be writing to it meanwhile. */
final class StoredRuns {

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private DataOption data;

    /** What somebody wants to know; the ledger is closed afterwards. */
    <T> T ask(Surroundings surroundings, Function<SqlLedger, T> question) {
        try (LedgerAccess access = access(surroundings)) {
            if (!access.isThere()) {
                throw Complaint.usage("%s has no ledger: nothing was run with it yet".formatted(access.name()));
            }
            try (SqlLedger ledger = access.open(surroundings.clock())) {
                return question.apply(ledger);
            }
        }
    }

    /** Where the folder is named, looking back needs neither a good configuration nor its secrets, but those of the ledger. */
    private LedgerAccess access(Surroundings surroundings) {
        return data.given()
                .map(folder -> LedgerAccess.of(options.ledger(surroundings), folder))
                .orElseGet(() -> configured(options.read(surroundings, new CatalogueAtHome(surroundings).read())
                        .configuration()));
    }

    private LedgerAccess configured(Configuration configuration) {
        return LedgerAccess.of(configuration, data.folder(configuration));
    }

    static RunResult result(SqlLedger ledger, String runId) {
        return ledger.run(runId)
                .map(run -> RunResult.of(ledger, run.id()))
                .orElseThrow(() ->
                        Complaint.usage("the ledger knows no run %s. See: chat-reports history".formatted(runId)));
    }
}
