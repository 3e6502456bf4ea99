package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.ConfigurationProblems;
import com.giosg.chatreports.config.LedgerSettings;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.ledger.Retention;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.SqlLedger;
import com.giosg.chatreports.time.Times;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "start", description = "Makes every report when it falls due, day and night, until it is stopped.")
final class StartCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ConfigurationOptions options;

    @Mixin
    private DataOption data;

    StartCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Edition edition = readOrComplain();
        Configuration configuration = edition.configuration();
        mustFallDue(configuration);
        configuration.managementPort().ifPresent(StartCommand::mustBeFree);
        Path folder = data.folder(configuration);
        Semaphore told = new Semaphore(0);
        Reloading reloading = new Reloading(surroundings, options.file());
        reloading.begin(edition, Signals.onHangUp(() -> {
            reloading.ask();
            told.release();
        }));
        Optional<LedgerAtWork> ledger = LedgerAtWork.takeOrAwait(surroundings, configuration, folder);
        while (ledger.isPresent()) {
            ledger = serve(ledger.get(), folder, reloading, told)
                    ? Optional.empty()
                    : LedgerAtWork.takeAgain(surroundings, reloading.used().configuration(), folder);
        }
        return ExitCode.DONE;
    }

    private Edition readOrComplain() {
        try {
            return Edition.read(surroundings, options.file());
        } catch (ConfigurationProblems e) {
            throw Complaint.configuration(e.getMessage());
        }
    }

    private void mustFallDue(Configuration configuration) {
        if (configuration.scheduledReports().isEmpty()) {
            throw Complaint.configuration(
                    "%s has no report that falls due by itself, so there is nothing to wait for. Give a report at, every or cron; or make it now: chat-reports run %s"
                            .formatted(
                                    options.file(),
                                    String.join(" ", configuration.reports().keySet())));
        }
    }

    /** Files are shared by the sinks of a run: as long as the most patient of them wants. */
    private static Duration kept(Configuration configuration) {
        return configuration.sinks().values().stream()
                .map(sink -> sink.artifact().retention())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * Serves until it is stopped, or until the ledger is lost: then whatever this process has in mind is worth nothing, since
     * another one may go on with it.
     *
     * @param told released when there is something to look at: files are to be read anew, or the ledger is lost
     * @return whether it was stopped
     */
    private boolean serve(LedgerAtWork atWork, Path folder, Reloading reloading, Semaphore told) {
        try (atWork) {
            SqlLedger ledger = atWork.ledger();
            ledger.onLoss(told::release);
            Serving serving =
                    new Serving(surroundings, folder, ledger, runId -> print(RunResult.of(ledger, runId)), reloading);
            return serve(serving, ledger, folder, reloading, told);
        } catch (LedgerFailure e) {
            if (atWork.ledger().isLost()) {
                return false;
            }
            throw e;
        }
    }

    private boolean serve(Serving serving, SqlLedger ledger, Path folder, Reloading reloading, Semaphore told) {
        Instant now = surroundings.clock().instant();
        serving.begin(reloading.used());
        print(reloading.used().configuration(), now);
        Signals signals = Signals.first(() -> end(serving, ledger));
        boolean stopped;
        try {
            stopped = serveUntilOver(
                    ledger,
                    told,
                    () -> reloading.readIfAsked((next, before) -> goOn(serving, folder, next, before), ledger::isLost),
                    () -> tidy(
                            new Retention(ledger, folder, kept(reloading.used().configuration()))));
        } finally {
            // Whatever it ends for is told by the exit code, which the hook would hide.
            signals.ignore();
        }
        end(serving, ledger);
        return stopped;
    }

    /** Asked here, because the server would share the port with another one, and each would get every second question. */
    private static void mustBeFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw Complaint.configuration(
                    "management.port: %d is taken on this machine. Next: choose another, or stop what uses it"
                            .formatted(port));
        }
    }

    /**
     * What happens to old files may be other than before, so they are looked at after each reading.
     *
     * @return whether it was stopped; else the ledger is lost
     */
    private static boolean serveUntilOver(SqlLedger ledger, Semaphore told, Runnable read, Runnable tidy) {
        try {
            while (!ledger.isLost()) {
                read.run();
                tidy.run();
                if (told.tryAcquire(1, TimeUnit.DAYS)) {
                    told.drainPermits();
                }
            }
            return false;
        } catch (InterruptedException stopped) {
            // What was asked for; ending in order must not be interrupted as well.
            return true;
        }
    }

    /** Serves what is wanted by now. What the process holds on to stays. */
    private void goOn(Serving serving, Path folder, Edition next, Edition before) {
        mustFallDue(next.configuration());
        mustStay("data", folder.toString(), data.folder(next.configuration()).toString());
        mustStay("ledger.url", ledger(before.configuration()), ledger(next.configuration()));
        Optional<Integer> port = next.configuration().managementPort();
        if (!port.equals(before.configuration().managementPort())) {
            port.ifPresent(StartCommand::mustBeFree);
        }
        serving.goOnWith(next, before);
    }

    private static String ledger(Configuration configuration) {
        return configuration.ledger().map(LedgerSettings::url).orElse("");
    }

    private static void mustStay(String key, String used, String wanted) {
        if (!wanted.equals(used)) {
            throw Complaint.configuration(
                    "%s: \"%s\" cannot become \"%s\" while start works with it; put the old value back, or stop it and start it anew"
                            .formatted(key, used, wanted));
        }
    }

    /** That old files cannot be removed is no reason to make no new ones. */
    private void tidy(Retention retention) {
        try {
            retention.apply(surroundings.clock().instant());
        } catch (IOException | LedgerFailure e) {
            surroundings
                    .err()
                    .println("Old runs could not be removed: %s. It is tried again in a day".formatted(e.getMessage()));
        }
    }

    /** What is going may finish; the rest is taken up again by the next start. */
    private void end(Serving serving, Ledger ledger) {
        List<Run> going = unfinished(ledger).stream()
                .filter(run -> run.nextTry().isEmpty())
                .toList();
        if (!going.isEmpty()) {
            surroundings
                    .err()
                    .println("Stopping. No more runs begin; waiting up to 30 s for those that are going (%d of them)."
                            .formatted(going.size()));
        }
        serving.end();
        unfinished(ledger).forEach(run -> surroundings
                .err()
                .println("%s of %s, due at %s, %s: the next start goes on with it"
                        .formatted(run.report(), run.organization(), local(run, run.due()), unfinished(run))));
    }

    /** That nobody can say it is no reason not to end in order. */
    private static List<Run> unfinished(Ledger ledger) {
        try {
            return ledger.unfinished();
        } catch (LedgerFailure e) {
            return List.of();
        }
    }

    private static String unfinished(Run run) {
        return run.nextTry()
                .map(next -> "waits for its next try at " + local(run, next))
                .orElse("was not finished");
    }

    /** What will be done. */
    private void print(Configuration configuration, Instant now) {
        Table table = new Table("REPORT", "ORGANIZATION", "NEXT START", "TIME ZONE", "SINKS");
        for (Report report : configuration.scheduledReports()) {
            for (Organization organization : report.organizations()) {
                table.add(
                        report.name(),
                        organization.key(),
                        next(report, organization, now),
                        report.zoneFor(organization),
                        report.sinks().stream().map(Sink::name).collect(Collectors.joining(", ")));
            }
        }
        table.print(surroundings);
    }

    private static String next(Report report, Organization organization, Instant now) {
        return report.nextAfter(now, organization)
                .map(due -> Times.print(due.atZone(report.zoneFor(organization))))
                .orElse("never");
    }

    /** What was done. Its warnings are in the log already. */
    private void print(RunResult result) {
        Run run = result.run();
        surroundings
                .out()
                .println("%s %s of %s: %s, rows: %d, delivered: %d of %d, gaps: %d of %d%s"
                        .formatted(
                                local(run, surroundings.clock().instant()),
                                run.report(),
                                run.organization(),
                                run.window().label(),
                                result.rows(),
                                result.delivered(),
                                result.artifacts(),
                                result.gaps().size(),
                                result.requests().size(),
                                run.failure()
                                        .map(failure -> "failed: " + failure.cause())
                                        .or(result::unsent)
                                        .map(", "::concat)
                                        .orElse("")));
    }

    private static String local(Run run, Instant instant) {
        return Times.print(instant.atZone(run.window().zone()));
    }
}
