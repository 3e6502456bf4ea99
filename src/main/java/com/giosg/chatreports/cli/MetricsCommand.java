package com.giosg.chatreports.cli;

import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "metrics", description = "Lists the metrics that can be asked, or describes one of them.")
final class MetricsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(arity = "0..1", paramLabel = "METRIC", description = "Only this one, with all that is known about it.")
    private String id;

    @Mixin
    private JsonOption json;

    MetricsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CatalogueAtHome catalogue = new CatalogueAtHome(surroundings);
        if (id == null) {
            list(catalogue.read().metrics());
        } else {
            describe(catalogue.metric(id));
        }
        return ExitCode.DONE;
    }

    private void list(List<Metric> metrics) {
        if (json.wanted()) {
            surroundings
                    .out()
                    .println(Json.text(
                            metrics.stream().map(MetricsCommand::facts).toList()));
            return;
        }
        Table table = new Table("METRIC", "SCOPES", "UNIT", "AGGREGATION", "TITLE");
        metrics.forEach(metric -> table.add(
                metric.id(), scopes(metric), metric.unit(), metric.aggregation().id(), metric.title()));
        table.print(surroundings);
    }

    private void describe(Metric metric) {
        if (json.wanted()) {
            surroundings.out().println(Json.text(facts(metric)));
            return;
        }
        Map<String, Object> facts = facts(metric);
        facts.put("scopes", scopes(metric));
        facts.forEach((name, fact) -> surroundings.out().printf("%-15s%s%n", name, fact));
    }

    private static Map<String, Object> facts(Metric metric) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("metric", metric.id());
        facts.put("title", metric.title());
        facts.put("description", metric.description());
        facts.put("api", metric.api().id());
        facts.put("scopes", metric.scopes().stream().map(Scope::id).toList());
        facts.put("unit", metric.unit());
        facts.put("aggregation", metric.aggregation().id());
        metric.variantOf().ifPresent(other -> facts.put("variant-of", other));
        if (!metric.settlesAfter().isZero()) {
            facts.put("settles-after", metric.settlesAfter().toHours() + "h");
        }
        return facts;
    }

    private static String scopes(Metric metric) {
        return metric.scopes().stream().map(Scope::id).collect(Collectors.joining(", "));
    }
}
