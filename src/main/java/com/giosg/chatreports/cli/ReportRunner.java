package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.route.Application;
import com.giosg.chatreports.route.Installation;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Runs reports now and waits for them. */
final class ReportRunner {

    /** One of {@link Application}'s ways to start. */
    interface Start {
        Application start(Installation installation) throws Exception;
    }

    private static final long LOOK_EVERY_NANOS = 20_000_000;

    private final Surroundings surroundings;
    private final Installation installation;
    private final Start start;
    private final Turns turns;

    private ReportRunner(Surroundings surroundings, Installation installation, Start start, Turns turns) {
        this.surroundings = surroundings;
        this.installation = installation;
        this.start = start;
        this.turns = turns;
    }

    /** Delivers. Another process that works on the same data folder does it instead, while it is there. */
    static ReportRunner of(Surroundings surroundings, Installation installation) {
        Turns turns = new TurnsOfProcesses(surroundings, installation.data());
        return new ReportRunner(surroundings, installation, Application::start, turns);
    }

    /** Delivers nothing, and nobody else knows of its runs. */
    static ReportRunner forPreview(Surroundings surroundings, Installation installation) {
        return new ReportRunner(surroundings, installation, Application::startPreview, (over, work) -> work.run());
    }

    List<RunResult> run(List<Order> orders) {
        return serve(orders.stream()
                .map(order ->
                        order.plan(installation.ledger(), surroundings.clock().instant()))
                .toList());
    }

    /** Serves what is planned, and waits for it. */
    List<RunResult> serve(List<Run> runs) {
        Ledger ledger = installation.ledger();
        QuietLog.during(() -> turns.take(() -> areOver(ledger, runs), () -> serve(ledger, runs)));
        return runs.stream().map(run -> RunResult.of(ledger, run.id())).toList();
    }

    private void serve(Ledger ledger, List<Run> runs) {
        Interruption interruption = new Interruption(() -> isWriting(ledger, runs), () -> cancel(ledger, runs));
        try (Application application = orComplain(installation.configuration(), () -> start.start(installation));
                Progress progress = new Progress(surroundings)) {
            runs.forEach(run -> application.announce(run.id()));
            while (!areOver(ledger, runs)) {
                progress.show(() -> line(ledger, runs));
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        } finally {
            interruption.ignore();
        }
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

    /** Whoever works on the folder next must not finish what somebody stopped. */
    private void cancel(Ledger ledger, List<Run> runs) {
        sayInterrupted(ledger, runs);
        runs.forEach(run -> ledger.move(run.id(), Run.State.CANCELLED));
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

    /** Or rest: whoever works on the folder goes on with those, hours later maybe, and nobody waits that long. */
    private static boolean areOver(Ledger ledger, List<Run> runs) {
        return runs.stream()
                .map(run -> ledger.run(run.id()).orElseThrow())
                .allMatch(run -> run.state().isFinal() || run.nextTry().isPresent());
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
