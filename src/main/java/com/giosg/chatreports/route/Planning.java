package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.ledger.CatchUps;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.ledger.Look;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.Watch;
import com.giosg.chatreports.request.RequestFailure;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the timers ask: is anything due? Each report is asked about by a thread of its own. */
public final class Planning implements Hindered {

    private static final Logger LOG = LoggerFactory.getLogger(Planning.class);

    /** Half of the runs that are served side by side. */
    private static final int CATCH_UPS_AT_ONCE = Wiring.RUNS_AT_ONCE / 2;

    private final List<Report> reports;
    private final Map<String, Watched> watched = new LinkedHashMap<>();
    private final InstantSource clock;
    private volatile boolean stopped;

    /** Begins to watch. */
    Planning(Installation installation) {
        this.reports = List.copyOf(installation.configuration().scheduledReports());
        this.clock = installation.clock();
        Instant now = clock.instant();
        CatchUps catchUps = new CatchUps(installation.ledger(), CATCH_UPS_AT_ONCE);
        reports.forEach(report -> watched.put(report.name(), Watched.of(report, installation, catchUps, now)));
    }

    /** Those that have a schedule. */
    List<Report> reports() {
        return reports;
    }

    private record Watched(List<LoggedWatch> organizations) {

        static Watched of(Report report, Installation installation, CatchUps catchUps, Instant now) {
            Ledger ledger = installation.ledger();
            Instant since = installation.served().since();
            return new Watched(report.organizations().stream()
                    .map(organization -> new LoggedWatch(
                            report.name(),
                            organization.key(),
                            new Watch(report, organization, ledger, catchUps, since, now)))
                    .toList());
        }
    }

    /** Plans what is due and says which runs those are. */
    public List<String> due(@Body String report) {
        if (stopped) {
            return List.of();
        }
        Instant now = clock.instant();
        return watched.get(report).organizations.stream()
                .flatMap(organization -> organization.look(now).stream())
                .toList();
    }

    /** Due times that got no run since the start, a sum for each report and organization. */
    List<SkippedSum> skipped() {
        return watched.values().stream()
                .flatMap(report -> report.organizations.stream())
                .map(watch -> watch.skipped)
                .toList();
    }

    /** Why something that is due could not be planned at the latest look. */
    @Override
    public Optional<RequestFailure> hindrance() {
        return watched.values().stream()
                .flatMap(report -> report.organizations.stream())
                .flatMap(watch -> watch.failure.stream())
                .findFirst()
                .map(Causes::of);
    }

    /** From now on nothing is due. */
    void stop() {
        stopped = true;
    }

    /** A sum that grows. */
    record SkippedSum(String report, String organization, LongAdder times) {}

    /** Says what is worth saying, once. */
    private static final class LoggedWatch {

        private final SkippedSum skipped;
        private final Watch watch;
        private String said = "";
        private volatile Optional<LedgerFailure> failure = Optional.empty();

        LoggedWatch(String report, String organization, Watch watch) {
            this.skipped = new SkippedSum(report, organization, new LongAdder());
            this.watch = watch;
        }

        /** What fails for one organization stops no other. The next look tries again. */
        Optional<String> look(Instant now) {
            try {
                Look look = watch.look(now);
                failure = Optional.empty();
                skipped.times().add(look.skipped());
                look.notice().ifPresent(notice -> say(notice.subject(), notice.text()));
                if (look.run().isPresent() && look.notice().isEmpty()) {
                    said = "";
                }
                return look.run().map(Run::id);
            } catch (RuntimeException e) {
                failure = e instanceof LedgerFailure refused ? Optional.of(refused) : Optional.empty();
                Object why = e instanceof LedgerFailure ? e.getMessage() : e;
                say(
                        e.toString(),
                        "report %s of %s: what is due could not be planned (%s); it is tried again"
                                .formatted(skipped.report(), skipped.organization(), why));
                return Optional.empty();
            }
        }

        private void say(String subject, String text) {
            if (!subject.equals(said)) {
                LOG.warn("{}", text);
                said = subject;
            }
        }
    }
}
