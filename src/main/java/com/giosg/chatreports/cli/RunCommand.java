package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.Suggestion;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestPlan;
import com.giosg.chatreports.time.Window;
import com.giosg.chatreports.time.WindowRule;
import com.giosg.chatreports.time.Windows;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "run",
        description = "Runs reports now, whether they are due or not, and waits for them.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(arity = "1..*", paramLabel = "REPORT", description = "Names from the configuration.")
    private List<String> names;

    @Option(
            names = "--window",
            paramLabel = "WINDOW",
            description = "Another window than the report's own, e.g. 2020-W44.")
    private String window;

    @Option(names = "--organization", paramLabel = "KEY", description = "Only this one; may be given again.")
    private List<String> organizations = List.of();

    @Option(names = "--dry-run", description = "Print what would be asked. Nothing is sent.")
    private boolean dryRun;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where rows and artifacts are kept. Default: ${DEFAULT-VALUE}")
    private Path data = Path.of("data");

    @Mixin
    private ConfigurationOptions options;

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
        List<Order> orders = names.stream()
                .map(name -> named("report", name, configuration.reports()))
                .flatMap(report -> orders(report, configuration))
                .toList();
        if (dryRun) {
            printPlan(orders);
            return ExitCode.DONE;
        }
        List<RunResult> results =
                new ReportRunner(surroundings, catalogue.templates(), configuration, data).run(orders);
        new ResultPrinter(surroundings, json.wanted()).print(results);
        return results.stream().mapToInt(RunResult::exitCode).max().orElse(ExitCode.DONE);
    }

    private Stream<Order> orders(Report report, Configuration configuration) {
        organizations.forEach(key -> named("organization", key, configuration.organizations()));
        WindowRule rule = window == null ? report.window() : parsedWindow();
        return report.organizations().stream()
                .filter(organization -> organizations.isEmpty() || organizations.contains(organization.key()))
                .map(organization -> new Order(report, organization, rule));
    }

    private WindowRule parsedWindow() {
        try {
            return Windows.parse(window);
        } catch (IllegalArgumentException e) {
            throw Complaint.usage(e.getMessage());
        }
    }

    private static <T> T named(String noun, String name, Map<String, T> known) {
        if (!known.containsKey(name)) {
            throw Complaint.usage(Suggestion.unknown(noun, name, known.keySet()));
        }
        return known.get(name);
    }

    private void printPlan(List<Order> orders) {
        Table table = new Table("REPORT", "ORGANIZATION", "WINDOW", "REQUEST", "FROM", "TO");
        orders.forEach(order -> requests(order)
                .forEach(request -> table.add(
                        order.report().name(),
                        order.organization().key(),
                        request.window().label(),
                        request.question(),
                        request.interval().first(),
                        request.interval().last())));
        table.print(surroundings);
    }

    private List<Request> requests(Order order) {
        Organization organization = order.organization();
        Window covered = order.window()
                .resolve(surroundings.clock().instant(), order.report().zoneFor(organization));
        return RequestPlan.of(order.report(), organization, covered);
    }
}
