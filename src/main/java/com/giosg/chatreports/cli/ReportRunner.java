package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.LedgerAccess;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.route.Application;
import com.giosg.chatreports.route.Installation;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

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

    /** Delivers. Another process that works on the same ledger does it instead, while it is there. */
    static ReportRunner of(Surroundings surroundings, Installation installation, LedgerAccess access) {
        Turns turns = new TurnsOfProcesses(surroundings, access);
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
        return serve(Work.allAtOnce(installation.ledger(), runs));
    }

    /** Has all of it done, and waits for it. */
    List<RunResult> serve(Work work) {
        QuietLog.during(() -> turns.take(() -> work.goOn(begun -> {}), () -> work(work)));
        return work.begun().stream()
                .map(run -> RunResult.of(installation.ledger(), run.id()))
                .toList();
    }

    private void work(Work work) {
        Interruption interruption = new Interruption(work::stop, work::isWriting, () -> cancel(work));
        try (Application application = orComplain(installation.configuration(), () -> start.start(installation));
                Progress progress = new Progress(surroundings)) {
            work.going().forEach(run -> application.announce(run.id()));
            while (!work.goOn(run -> application.announce(run.id()))) {
                application.mustGoOn();
                progress.show(work::progress);
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
            }
        } finally {
            interruption.ignore();
        }
    }

    /** Whoever edited a route wants to know what Camel thinks of it. */
    static <T> T orComplain(Configuration configuration, Callable<T> start) {
        try {
            return start.call();
        } catch (LedgerFailure e) {
            // No route is to blame, and it may pass.
            throw e;
        } catch (Exception e) {
            throw Complaint.configuration("the routes do not start: "
                    + configuration.withoutSecrets(Complaint.innermost(e).getMessage()));
        }
    }

    /** Whoever works on the folder next must not finish what somebody stopped. */
    private void cancel(Work work) {
        surroundings.err().println("Interrupted: %s".formatted(work.soFar()));
        work.cancel();
    }
}
