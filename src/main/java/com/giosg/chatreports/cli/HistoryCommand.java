package com.giosg.chatreports.cli;

import com.giosg.chatreports.ledger.KeptBack;
import com.giosg.chatreports.time.Times;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "history", description = "Lists the runs of the data folder, the latest first.")
final class HistoryCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--last", paramLabel = "NUMBER", description = "So many of them at most. Default: ${DEFAULT-VALUE}")
    private int most = 50;

    @Mixin
    private StoredRuns stored;

    @Mixin
    private JsonOption json;

    HistoryCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<RunResult> results = stored.ask(surroundings, ledger -> ledger.latest(most).stream()
                .map(run -> RunResult.of(ledger, run.id()))
                .toList());
        if (json.wanted()) {
            surroundings
                    .out()
                    .println(
                            Json.text(results.stream().map(ResultPrinter::facts).toList()));
        } else {
            print(results);
        }
        return ExitCode.DONE;
    }

    private void print(List<RunResult> results) {
        Table table = new Table(
                "RUN",
                "REPORT",
                "ORGANIZATION",
                "DUE",
                "WINDOW",
                "STATE",
                "ROWS",
                "GAPS",
                "DELIVERED",
                "NEXT TRY",
                "WHY");
        for (RunResult result : results) {
            table.add(
                    result.run().id(),
                    result.run().report(),
                    result.run().organization(),
                    Times.print(result.run().due().atZone(result.run().window().zone())),
                    result.run().window().label(),
                    ResultPrinter.id(result.run().state()),
                    result.rows(),
                    "%d of %d".formatted(result.gaps().size(), result.requests().size()),
                    delivered(result),
                    result.nextTry(),
                    result.why());
        }
        table.print(surroundings);
    }

    private static String delivered(RunResult result) {
        return result.isKeptBack() ? KeptBack.NOTE : "%d of %d".formatted(result.delivered(), result.artifacts());
    }
}
