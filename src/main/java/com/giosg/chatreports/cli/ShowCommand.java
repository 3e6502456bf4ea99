package com.giosg.chatreports.cli;

import com.giosg.chatreports.ledger.Addressee;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.request.SlowPhase;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.time.Times;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Says all that is known about one run, and what can be done about it.")
final class ShowCommand implements Callable<Integer> {

    private static final String NONE = "-";

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", description = "Its id, as history and run --json print it.")
    private String runId;

    @Mixin
    private StoredRuns stored;

    @Mixin
    private JsonOption json;

    ShowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        RunResult result = stored.ask(surroundings, ledger -> StoredRuns.result(ledger, runId));
        if (json.wanted()) {
            surroundings.out().println(Json.text(facts(result)));
        } else {
            printRun(result.run());
            printRequests(result);
            printDeliveries(result);
            surroundings.out().println();
            surroundings.out().println("Next: " + result.nextMove());
        }
        return ExitCode.DONE;
    }

    private static Map<String, Object> facts(RunResult result) {
        Map<String, Object> facts = new LinkedHashMap<>(ResultPrinter.facts(result));
        facts.put(
                "requests",
                result.allRequests().stream().map(ShowCommand::request).toList());
        facts.put("next", result.nextMove());
        return facts;
    }

    private static Map<String, Object> request(RequestEntry entry) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("request", entry.requestId());
        facts.put("state", entry.words());
        entry.part().ifPresent(part -> {
            facts.put("rows", part.rows());
            facts.put("checksum", ResultPrinter.checksum(part.checksum()));
        });
        failure(entry).ifPresent(gap -> {
            facts.put("tries", gap.tries());
            facts.put("cause", gap.cause());
        });
        return facts;
    }

    private void printRun(Run run) {
        surroundings
                .out()
                .println("%s: report %s of %s, due %s, window %s: %s"
                        .formatted(
                                run.id(),
                                run.report(),
                                run.organization(),
                                Times.print(run.due().atZone(run.window().zone())),
                                run.window().label(),
                                ResultPrinter.id(run.state())));
        run.failure().ifPresent(failure -> surroundings.out().println("Cause: " + failure.cause()));
        run.notes().forEach(surroundings.out()::println);
        surroundings.out().println();
    }

    private void printRequests(RunResult result) {
        Table table = new Table("REQUEST", "STATE", "ROWS", "TRIES", "CAUSE", "CHECKSUM");
        for (RequestEntry entry : result.allRequests()) {
            Optional<Gap> failure = entry.gap().or(entry::postponed);
            table.add(
                    entry.requestId(),
                    entry.words(),
                    orNone(entry.part().map(Part::rows)),
                    orNone(failure.map(Gap::tries)),
                    orNone(failure.map(Gap::cause)),
                    orNone(entry.part().map(Part::checksum).map(ResultPrinter::checksum)));
        }
        table.print(surroundings);
        surroundings.out().println();
    }

    private void printDeliveries(RunResult result) {
        Table table = new Table("SINK", "FILE", "STATE", "RECEIPT OR CAUSE", "TRIES", "NEXT TRY", "CHECKSUM");
        for (Delivery delivery : result.deliveries()) {
            table.add(
                    Addressee.of(delivery),
                    delivery.fileName(),
                    ResultPrinter.id(delivery.state()),
                    delivery.detail(),
                    orNone(delivery.slowPhase().map(SlowPhase::tries)),
                    result.local(delivery.nextTry()),
                    orNone(ResultPrinter.checksum(delivery)));
        }
        table.print(surroundings);
        result.deliveries().forEach(this::printEarlier);
    }

    private void printEarlier(Delivery delivery) {
        if (!delivery.earlier().isEmpty()) {
            surroundings.out().println();
            surroundings.out().println("Before that, %s:".formatted(Addressee.of(delivery)));
            delivery.earlier().forEach(cause -> surroundings.out().println("  " + cause));
        }
    }

    private static String orNone(Optional<?> value) {
        return value.map(String::valueOf).orElse(NONE);
    }

    private static Optional<Gap> failure(RequestEntry entry) {
        return entry.gap().or(entry::postponed);
    }
}
