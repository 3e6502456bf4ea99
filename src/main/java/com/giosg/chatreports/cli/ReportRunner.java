package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.InMemoryLedger;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.route.Application;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Runs reports now and waits for them. */
final class ReportRunner {

    /** One of {@link Application}'s ways to start. */
    interface Start {
        Application start(
                Path home,
                freemarker.template.Configuration templates,
                Path data,
                Configuration configuration,
                Ledger ledger,
                InstantSource clock,
                RandomGenerator random)
                throws Exception;
    }

    private static final long LOOK_EVERY_NANOS = 20_000_000;

    private final Surroundings surroundings;
    private final freemarker.template.Configuration templates;
    private final Configuration configuration;
    private final Path data;
    private final Start start;

    /**
     * Delivers.
     *
     * @param data where rows and artifacts are kept
     */
    ReportRunner(
            Surroundings surroundings,
            freemarker.template.Configuration templates,
            Configuration configuration,
            Path data) {
        this(surroundings, templates, configuration, data, Application::start);
    }

    /** Delivers nothing. */
    static ReportRunner forPreview(
            Surroundings surroundings,
            freemarker.template.Configuration templates,
            Configuration configuration,
            Path data) {
        return new ReportRunner(surroundings, templates, configuration, data, Application::startPreview);
    }

    private ReportRunner(
            Surroundings surroundings,
            freemarker.template.Configuration templates,
            Configuration configuration,
            Path data,
            Start start) {
        this.templates = templates;
        this.surroundings = surroundings;
        this.configuration = configuration;
        this.data = data;
        this.start = start;
    }

    List<RunResult> run(List<Order> orders) {
        Ledger ledger = new InMemoryLedger();
        List<Run> runs = orders.stream()
                .map(order -> order.plan(ledger, surroundings.clock().instant()))
                .toList();
        QuietLog.during(() -> serve(ledger, runs));
        return runs.stream().map(run -> RunResult.of(ledger, run.id())).toList();
    }

    private void serve(Ledger ledger, List<Run> runs) {
        Interruption interruption = new Interruption(() -> isWriting(ledger, runs), () -> sayInterrupted(ledger, runs));
        try (Application application = start(ledger);
                Progress progress = new Progress(surroundings)) {
            runs.forEach(run -> application.announce(run.id()));
            while (runs.stream().anyMatch(run -> !isFinal(ledger, run))) {
                progress.show(() -> line(ledger, runs));
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        } finally {
            interruption.ignore();
        }
    }

    private Application start(Ledger ledger) {
        return orComplain(
                configuration,
                () -> start.start(
                        surroundings.home(),
                        templates,
                        data,
                        configuration,
                        ledger,
                        surroundings.clock(),
                        surroundings.random()));
    }

    /** Whoever edited a route wants to know what Camel thinks of it. */
    static Application orComplain(Configuration configuration, Callable<Application> start) {
        try {
            return start.call();
        } catch (Exception e) {
            throw Complaint.configuration("the routes do not start: "
                    + configuration.withoutSecrets(Complaint.innermost(e).getMessage()));
        }
    }

    private static boolean isWriting(Ledger ledger, List<Run> runs) {
        return deliveries(ledger, runs).anyMatch(delivery -> delivery.state() == Delivery.State.INTENT);
    }

    private void sayInterrupted(Ledger ledger, List<Run> runs) {
        surroundings
                .err()
                .println("Interrupted: %d of %d runs were done, %d files delivered. Next: run the report again"
                        .formatted(
                                runs.stream()
                                        .filter(run -> isFinal(ledger, run))
                                        .count(),
                                runs.size(),
                                deliveries(ledger, runs)
                                        .filter(delivery -> delivery.state() == Delivery.State.CONFIRMED)
                                        .count()));
    }

    private static Stream<Delivery> deliveries(Ledger ledger, List<Run> runs) {
        return runs.stream().flatMap(run -> ledger.deliveries(run.id()).stream());
    }

    private static boolean isFinal(Ledger ledger, Run run) {
        return ledger.run(run.id()).orElseThrow().state().isFinal();
    }

    private static String line(Ledger ledger, List<Run> runs) {
        long done = runs.stream().filter(run -> isFinal(ledger, run)).count();
        List<RunResult> results =
                runs.stream().map(run -> RunResult.of(ledger, run.id())).toList();
        return "runs: %d of %d done, requests: %d of %d answered, rows: %d"
                .formatted(
                        done,
                        runs.size(),
                        results.stream().mapToLong(RunResult::answered).sum(),
                        results.stream()
                                .mapToLong(result -> result.requests().size())
                                .sum(),
                        results.stream().mapToLong(RunResult::rows).sum());
    }
}
