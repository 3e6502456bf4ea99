package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.WindowLimits;
import com.giosg.chatreports.time.WindowRule;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which reports, for whom and for which window: the same for every command that makes some. */
final class OrderOptions {

    @Parameters(arity = "1..*", paramLabel = "REPORT", description = "Names from the configuration.")
    private List<String> names;

    @Option(
            names = "--window",
            paramLabel = "WINDOW",
            description = "Another window than the report's own, e.g. 2020-W44.")
    private WindowRule window;

    @Option(names = "--organization", paramLabel = "KEY", description = "Only this one; may be given again.")
    private List<String> organizations = List.of();

    /** An order for each report and organization, or a complaint. */
    List<Order> orders(Surroundings surroundings, Configuration configuration) {
        organizations.forEach(key -> Choices.named("organization", key, configuration.organizations()));
        List<Order> orders = names.stream()
                .distinct()
                .map(name -> Choices.named("report", name, configuration.reports()))
                .flatMap(report -> orders(report).stream())
                .toList();
        orders.forEach(order -> checkLimits(surroundings, order));
        return orders;
    }

    private List<Order> orders(Report report) {
        WindowRule rule = window == null ? report.window() : window;
        List<Order> orders = report.organizations().stream()
                .filter(organization -> organizations.isEmpty() || organizations.contains(organization.key()))
                .map(organization -> new Order(report, organization, rule))
                .toList();
        if (orders.isEmpty()) {
            throw Complaint.usage(
                    "the report %s is not made for %s".formatted(report.name(), String.join(" or ", organizations)));
        }
        return orders;
    }

    /** The window of the command line is another than the one that the configuration was checked with. */
    private static void checkLimits(Surroundings surroundings, Order order) {
        Report report = order.report();
        WindowLimits.problem(
                        report.metrics(),
                        report.granularity(),
                        order.window(),
                        surroundings.clock().instant(),
                        report.zoneFor(order.organization()))
                .ifPresent(problem -> {
                    throw Complaint.usage(problem);
                });
    }
}
