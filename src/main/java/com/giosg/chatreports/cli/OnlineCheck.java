package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.LedgerSettings;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.ledger.LedgerAccess;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.metrics.Catalogue;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.request.Interval;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.route.Application;
import com.giosg.chatreports.route.Probe;
import com.giosg.chatreports.route.ProbeResult;
import com.giosg.chatreports.route.Probes;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import com.giosg.chatreports.time.Windows;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries every organization's token and every sink, side by side, and the server that keeps the ledger. Delivers nothing, and keeps nothing. */
final class OnlineCheck {

    private static final Path NOWHERE = Path.of("");

    private final Surroundings surroundings;
    private final CatalogueAtHome home;
    private final Configuration configuration;

    OnlineCheck(Surroundings surroundings, CatalogueAtHome home, Configuration configuration) {
        this.surroundings = surroundings;
        this.home = home;
        this.configuration = configuration;
    }

    /** First the organizations, then the sinks, in the order of the file, then the ledger where a server keeps it. */
    List<ProbeResult> results(Catalogue catalogue) {
        return Stream.concat(resultsOfRoutes(catalogue).stream(), configuration.ledger().map(this::ofLedger).stream())
                .toList();
    }

    private ProbeResult ofLedger(LedgerSettings settings) {
        Probe probe = new Probe.OfLedger(settings.name());
        try (LedgerAccess access = LedgerAccess.of(configuration, NOWHERE)) {
            return ProbeResult.ok(
                    probe,
                    access.isThere()
                            ? "logged in; the tables are there"
                            : "logged in; there are no tables yet, the first run makes them");
        } catch (LedgerFailure e) {
            return ProbeResult.failed(probe, configuration.withoutSecrets(e.problem()), e.nextMove());
        }
    }

    private List<ProbeResult> resultsOfRoutes(Catalogue catalogue) {
        List<Probe> probes = new ArrayList<>();
        configuration
                .organizations()
                .values()
                .forEach(organization -> probes.add(new Probe.OfOrganization(question(organization, catalogue))));
        configuration.sinks().values().forEach(sink -> probes.add(probe(sink)));
        List<Probe> possible = probes.stream().filter(this::isPossible).toList();
        Map<Probe, ProbeResult> tried =
                run(possible).stream().collect(Collectors.toMap(ProbeResult::probe, result -> result));
        return probes.stream()
                .map(probe -> Optional.ofNullable(tried.get(probe)).orElseGet(() -> notTried(probe)))
                .toList();
    }

    private boolean isPossible(Probe probe) {
        return !(probe instanceof Probe.OfSink sink) || Probes.hasProbe(surroundings.home(), sink.sink());
    }

    private static ProbeResult notTried(Probe probe) {
        return ProbeResult.notTried(
                probe,
                "a sink of this kind cannot be tried without delivering: whether it works shows at the first delivery");
    }

    private List<ProbeResult> run(List<Probe> probes) {
        try (Application application =
                Application.startCheck(surroundings.installation(home.templates(), NOWHERE, configuration))) {
            return application.check(probes);
        } catch (Exception e) {
            throw Complaint.configuration("the routes do not start: "
                    + configuration.withoutSecrets(Complaint.innermost(e).getMessage()));
        }
    }

    /** One figure of one day: of a metric that a report asks for the organization, else of any. */
    private Request question(Organization organization, Catalogue catalogue) {
        Metric metric = reports()
                .filter(report -> report.organizations().contains(organization))
                .map(report -> report.metrics().get(0))
                .findFirst()
                .orElseGet(() -> catalogue.metrics().get(0));
        Window day = Windows.parse("yesterday")
                .resolve(surroundings.clock().instant(), organization.zone().orElse(ZoneOffset.UTC));
        return new Request(
                metric.id(),
                organization,
                metric,
                metric.scopes().iterator().next(),
                day,
                Granularity.DAY,
                new Interval(day.start(), day.end()),
                List.of(),
                false);
    }

    private Probe probe(Sink sink) {
        return reports()
                .filter(report -> report.sinks().contains(sink))
                .findFirst()
                .map(report -> Probe.of(sink, report, surroundings.clock().instant(), configuration.functions()))
                .orElseGet(() -> new Probe.OfSink(sink, Map.of()));
    }

    private Stream<Report> reports() {
        return configuration.reports().values().stream();
    }

    /** A line each. */
    static void print(List<ProbeResult> results, Surroundings surroundings) {
        Table table = new Table("WHAT", "NAME", "RESULT", "FOUND", "NEXT");
        results.forEach(result -> table.add(facts(result).values().toArray()));
        table.print(surroundings);
    }

    static Map<String, Object> facts(ProbeResult result) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("what", result.probe().subject());
        facts.put("name", result.probe().name());
        facts.put(
                "result",
                switch (result.outcome()) {
                    case OK -> "ok";
                    case FAILED -> "failed";
                    case NOT_TRIED -> "not tried";
                });
        facts.put("found", result.words());
        facts.put("next", result.next());
        return facts;
    }

    /** The highest code that applies. */
    static int exitCode(List<ProbeResult> results) {
        return results.stream()
                .filter(result -> result.outcome() == ProbeResult.Outcome.FAILED)
                .mapToInt(OnlineCheck::exitCode)
                .max()
                .orElse(ExitCode.DONE);
    }

    private static int exitCode(ProbeResult failed) {
        if (failed.defect()) {
            return ExitCode.DEFECT;
        }
        if (failed.probe() instanceof Probe.OfLedger) {
            return ExitCode.CONFIGURATION;
        }
        return failed.probe() instanceof Probe.OfSink ? ExitCode.DELIVERY : ExitCode.API;
    }
}
