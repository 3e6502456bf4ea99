package com.giosg.chatreports.cli;

import com.giosg.chatreports.ledger.Addressee;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.KeptBack;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.time.Times;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What runs brought: a table of the deliveries, and on standard error the causes of what is missing. */
final class ResultPrinter {

    private final Surroundings surroundings;
    private final boolean json;

    ResultPrinter(Surroundings surroundings, boolean json) {
        this.surroundings = surroundings;
        this.json = json;
    }

    void print(List<RunResult> results) {
        if (json) {
            surroundings
                    .out()
                    .println(
                            Json.text(results.stream().map(ResultPrinter::facts).toList()));
            return;
        }
        Table table = new Table("REPORT", "ORGANIZATION", "WINDOW", "REQUESTS", "ROWS", "SINK", "DELIVERED");
        results.forEach(result -> lines(table, result));
        table.print(surroundings);
        FailureLines.of(results).forEach(surroundings.err()::println);
        printNotes(results, surroundings);
    }

    private static void lines(Table table, RunResult result) {
        List<Delivery> deliveries = result.latestDeliveries();
        if (deliveries.isEmpty()) {
            line(table, result, "-", withoutDeliveries(result));
        }
        deliveries.forEach(delivery -> line(table, result, Addressee.of(delivery), outcome(delivery)));
    }

    private static String withoutDeliveries(RunResult result) {
        if (result.isKeptBack()) {
            return KeptBack.NOTE;
        }
        return result.run().failure().isPresent() ? "failed" : "nothing";
    }

    private static void line(Table table, RunResult result, String sink, String outcome) {
        int asked = result.requests().size();
        table.add(
                result.run().report(),
                result.run().organization(),
                result.run().window().label(),
                result.gaps().isEmpty() ? asked : result.answered() + " of " + asked,
                result.rows(),
                sink,
                outcome);
    }

    private static String outcome(Delivery delivery) {
        return switch (delivery.state()) {
            case CONFIRMED -> (delivery.isNotice() ? "notice: " : "") + delivery.detail();
            case FAILED -> "failed";
            case WAITING -> "waiting";
            default -> "not delivered";
        };
    }

    /** Where nothing was answered, nobody misses its names. */
    static void printNotes(List<RunResult> results, Surroundings surroundings) {
        results.stream()
                .filter(result -> result.answered() > 0)
                .map(RunResult::run)
                .forEach(run -> run.notes().forEach(note -> surroundings
                        .err()
                        .println("%s of %s: %s".formatted(run.report(), run.organization(), note))));
    }

    static Map<String, Object> facts(RunResult result) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("run", result.run().id());
        facts.put("report", result.run().report());
        facts.put("organization", result.run().organization());
        facts.put(
                "due",
                Times.print(result.run().due().atZone(result.run().window().zone())));
        facts.put("window", result.run().window().label());
        facts.put("state", id(result.run().state()));
        facts.put("generation", result.run().generation());
        result.run().nextTry().ifPresent(next -> facts.put("next-try", result.nextTry()));
        result.run().failure().ifPresent(failure -> facts.put("cause", failure.cause()));
        facts.put("requests", result.requests().size());
        facts.put("rows", result.rows());
        facts.put("notes", result.run().notes());
        facts.put("gaps", result.gaps().stream().map(ResultPrinter::gap).toList());
        facts.put(
                "deliveries",
                result.deliveries().stream()
                        .map(delivery -> delivery(result, delivery))
                        .toList());
        return facts;
    }

    private static Map<String, Object> gap(RequestEntry entry) {
        Gap gap = entry.gap().orElseThrow();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("request", entry.requestId());
        facts.put("kind", gap.kind().id());
        facts.put("cause", gap.cause());
        facts.put("tries", gap.tries());
        facts.put("next", gap.kind().nextMove());
        return facts;
    }

    private static Map<String, Object> delivery(RunResult result, Delivery delivery) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("sink", delivery.sink());
        delivery.team().ifPresent(team -> facts.put("team", team));
        facts.put("file-name", delivery.fileName());
        facts.put("state", id(delivery.state()));
        facts.put("detail", delivery.detail());
        checksum(delivery).ifPresent(checksum -> facts.put("checksum", checksum));
        delivery.slowPhase().ifPresent(phase -> facts.put("tries", phase.tries()));
        if (!delivery.earlier().isEmpty()) {
            facts.put("earlier", delivery.earlier());
        }
        delivery.nextTry().ifPresent(next -> facts.put("next-try", result.local(delivery.nextTry())));
        return facts;
    }

    /** Of what it delivers, where that could be made. */
    static Optional<String> checksum(Delivery delivery) {
        return delivery.isMissing()
                ? Optional.empty()
                : Optional.of(checksum(delivery.artifact().checksum()));
    }

    static String checksum(long crc) {
        return HexFormat.of().toHexDigits(crc, 8);
    }

    static String id(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
