package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.LedgerAccess;
import com.giosg.chatreports.ledger.SqlLedger;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description = {
            "Runs every report of config/demo.yaml once against the built-in simulator.",
            "Writes to out/ below the current folder, and a page there that shows all of it. Needs no account."
        })
final class DemoCommand implements Callable<Integer> {

    private static final Path DATA = Path.of("out", "data");
    private static final Path PREVIEW = Path.of("out", "preview");

    private final Surroundings surroundings;

    @Mixin
    private JsonOption json;

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults())) {
            Surroundings simulated = surroundings.with(environment(simulator, Organizations.ACME));
            CatalogueAtHome catalogue = new CatalogueAtHome(simulated);
            Configuration configuration = ConfigurationOptions.read(
                            simulated,
                            catalogue.read(),
                            surroundings.home().resolve("config").resolve("demo.yaml"))
                    .configuration();
            List<RunResult> results = run(simulated, catalogue, configuration);
            new ResultPrinter(simulated, json.wanted()).print(results);
            show(results, catalogue, configuration);
            return results.stream().mapToInt(RunResult::exitCode).max().orElse(ExitCode.DONE);
        }
    }

    private static List<RunResult> run(Surroundings simulated, CatalogueAtHome catalogue, Configuration configuration) {
        try (LedgerAccess access = LedgerAccess.of(configuration, DATA);
                SqlLedger ledger = access.open(simulated.clock())) {
            return ReportRunner.of(
                            simulated,
                            simulated.installation(catalogue.templates(), DATA, configuration, ledger),
                            access)
                    .run(orders(configuration));
        }
    }

    /** Pages over what has just been delivered, so that one address shows all of it. */
    private void show(List<RunResult> results, CatalogueAtHome catalogue, Configuration configuration)
            throws IOException {
        PreviewWriter writer =
                new PreviewWriter(PREVIEW, DATA, configuration, catalogue.templates(), PreviewFolder.Taking.COPIED);
        List<Preview> previews = new ArrayList<>();
        for (RunResult result : results) {
            previews.add(writer.write(result));
        }
        writer.index(previews).ifPresent(page -> surroundings
                .err()
                .println("All of it in a browser: " + page.toAbsolutePath().toUri()));
    }

    private static List<Order> orders(Configuration configuration) {
        return configuration.reports().values().stream()
                .flatMap(report -> report.organizations().stream()
                        .map(organization -> new Order(report, organization, report.window())))
                .toList();
    }

    private Map<String, String> environment(Simulator simulator, Organization organization) {
        Map<String, String> environment = new HashMap<>(surroundings.environment());
        environment.put("SIMULATOR_URL", simulator.url().toString());
        environment.put("SIMULATOR_TOKEN", organization.token());
        environment.put("SIMULATOR_ORGANIZATION", organization.id());
        environment.put("SIMULATOR_INBOX_TOKEN", SimulatorSettings.INBOX_TOKEN);
        return environment;
    }
}
