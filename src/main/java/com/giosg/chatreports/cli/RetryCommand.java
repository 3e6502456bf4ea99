package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.LedgerAccess;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.SqlLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "retry",
        description = {
            "Takes runs that failed, were skipped or wait for their next try up and waits for them. What was made is delivered to the sinks that do not have it, the same bytes under the same key.",
            "Where nothing could be had or was asked, it is asked."
        })
final class RetryCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(arity = "0..*", paramLabel = "RUN", description = "Ids, as history and run --json print them.")
    private List<String> runIds = List.of();

    @Option(names = "--failed", description = "Every run that failed.")
    private boolean failed;

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private DataOption data;

    @Mixin
    private JsonOption json;

    RetryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (failed != runIds.isEmpty()) {
            throw Complaint.usage("name either runs or --failed. See: chat-reports history");
        }
        CatalogueAtHome catalogue = new CatalogueAtHome(surroundings);
        Configuration configuration =
                options.read(surroundings, catalogue.read()).configuration();
        Path folder = data.folder(configuration);
        try (LedgerAccess access = LedgerAccess.of(configuration, folder);
                SqlLedger ledger = access.open(surroundings.clock())) {
            List<Run> runs = failed ? ledger.failed() : runs(ledger);
            runs.forEach(run -> ledger.retry(run.id()));
            List<RunResult> results = ReportRunner.of(
                            surroundings,
                            surroundings.installation(catalogue.templates(), folder, configuration, ledger),
                            access)
                    .serve(runs);
            new ResultPrinter(surroundings, json.wanted()).print(results);
            return results.stream().mapToInt(RunResult::exitCode).max().orElse(ExitCode.DONE);
        }
    }

    private static boolean canBeRetried(Run run) {
        return run.state() == Run.State.FAILED
                || run.state() == Run.State.SKIPPED
                || run.nextTry().isPresent();
    }

    /** All of them can be retried, or none is. */
    private List<Run> runs(SqlLedger ledger) {
        List<Run> runs = runIds.stream()
                .distinct()
                .map(runId -> StoredRuns.result(ledger, runId).run())
                .toList();
        runs.stream().filter(run -> !canBeRetried(run)).findFirst().ifPresent(run -> {
            throw Complaint.usage("the run %s did not fail, it is %s. Next: chat-reports show %s"
                    .formatted(run.id(), ResultPrinter.id(run.state()), run.id()));
        });
        return runs;
    }
}
