package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.LedgerAccess;
import com.giosg.chatreports.ledger.SqlLedger;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestPlan;
import com.giosg.chatreports.time.Window;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "run", description = "Runs reports now, whether they are due or not, and waits for them.")
final class RunCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private OrderOptions asked;

    @Option(names = "--dry-run", description = "Print what would be asked. Nothing is sent.")
    private boolean dryRun;

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private DataOption data;

    @Mixin
    private JsonOption json;

    RunCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CatalogueAtHome catalogue = new CatalogueAtHome(surroundings);
        Configuration configuration =
                options.read(surroundings, catalogue.read()).configuration();
        List<Order> orders = asked.orders(surroundings, configuration);
        if (dryRun) {
            printPlan(orders);
            return ExitCode.DONE;
        }
        List<RunResult> results = run(catalogue, configuration, orders);
        new ResultPrinter(surroundings, json.wanted()).print(results);
        return results.stream().mapToInt(RunResult::exitCode).max().orElse(ExitCode.DONE);
    }

    private List<RunResult> run(CatalogueAtHome catalogue, Configuration configuration, List<Order> orders) {
        Path folder = data.folder(configuration);
        try (LedgerAccess access = LedgerAccess.of(configuration, folder);
                SqlLedger ledger = access.open(surroundings.clock())) {
            return ReportRunner.of(
                            surroundings,
                            surroundings.installation(catalogue.templates(), folder, configuration, ledger),
                            access)
                    .run(orders);
        }
    }

    private void printPlan(List<Order> orders) {
        List<Map<String, Object>> plan = orders.stream()
                .flatMap(order -> requests(order).stream().map(request -> facts(order, request)))
                .toList();
        if (json.wanted()) {
            surroundings.out().println(Json.text(plan));
            return;
        }
        Table table = new Table("REPORT", "ORGANIZATION", "REQUEST", "FROM", "TO");
        plan.forEach(facts -> table.add(facts.values().toArray()));
        table.print(surroundings);
    }

    private static Map<String, Object> facts(Order order, Request request) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("report", order.report().name());
        facts.put("organization", order.organization().key());
        facts.put("request", request.question());
        facts.put("from", request.interval().first());
        facts.put("to", request.interval().last());
        return facts;
    }

    private List<Request> requests(Order order) {
        return RequestPlan.all(
                order.report(),
                order.organization(),
                covered(order),
                surroundings.clock().instant());
    }

    private Window covered(Order order) {
        return Choices.resolve(
                order.window(), surroundings.clock().instant(), order.report().zoneFor(order.organization()));
    }
}
