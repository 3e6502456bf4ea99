package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.WindowLimits;
import com.giosg.chatreports.time.WindowRule;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
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

    @Mixin
    private OrganizationOption organizations;

    /** An order for each report and organization, or a complaint. */
    List<Order> orders(Surroundings surroundings, Configuration configuration) {
        List<Order> orders = names.stream()
                .distinct()
                .map(name -> Choices.named("report", name, configuration.reports()))
                .flatMap(report -> orders(report, configuration))
                .toList();
        orders.forEach(order -> checkLimits(surroundings, order));
        return orders;
    }

    private Stream<Order> orders(Report report, Configuration configuration) {
        WindowRule rule = window == null ? report.window() : window;
        return organizations.of(report, configuration).stream()
                .map(organization -> new Order(report, organization, rule));
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
