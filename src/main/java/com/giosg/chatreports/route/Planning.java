package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.Look;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.Watch;
import com.giosg.chatreports.time.TwoReadings;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the timers ask: is anything due? Each report is asked about by a thread of its own. */
public final class Planning {

    private static final Logger LOG = LoggerFactory.getLogger(Planning.class);

    private final List<Report> reports;
    private final Map<String, Watched> watched = new LinkedHashMap<>();
    private final InstantSource clock;
    private final LongSupplier nanos;
    private volatile boolean stopped;

    /**
     * Begins to watch.
     *
     * @param nanos a clock that nobody sets
     */
    Planning(Installation installation, LongSupplier nanos) {
        this.reports = List.copyOf(installation.configuration().scheduledReports());
        this.clock = installation.clock();
        this.nanos = nanos;
        Instant now = clock.instant();
        reports.forEach(report -> watched.put(report.name(), Watched.of(report, installation.ledger(), now)));
    }

    /** Those that have a schedule. */
    List<Report> reports() {
        return reports;
    }

    private record Watched(List<LoggedWatch> organizations, TwoReadings readings) {

        static Watched of(Report report, Ledger ledger, Instant now) {
            return new Watched(
                    report.organizations().stream()
                            .map(organization -> new LoggedWatch(
                                    report.name() + " of " + organization.key(),
                                    new Watch(report, organization, ledger, now)))
                            .toList(),
                    new TwoReadings());
        }
    }

    /** Plans what is due and says which runs those are. */
    public List<String> due(@Body String report) {
        Watched asked = watched.get(report);
        Optional<Instant> now = asked.readings.read(clock.instant(), nanos.getAsLong());
        if (stopped || now.isEmpty()) {
            return List.of();
        }
        return asked.organizations.stream()
                .flatMap(organization -> organization.look(now.get()).stream())
                .toList();
    }

    /** From now on nothing is due. */
    void stop() {
        stopped = true;
    }

    /** Says what is worth saying, once. */
    private static final class LoggedWatch {

        private final String name;
        private final Watch watch;
        private String said = "";

        LoggedWatch(String name, Watch watch) {
            this.name = name;
            this.watch = watch;
        }

        /** What fails for one organization stops no other. The next look tries again. */
        Optional<String> look(Instant now) {
            try {
                Look look = watch.look(now);
                look.notice().ifPresent(notice -> say(notice.subject(), notice.text()));
                if (look.run().isPresent() && look.notice().isEmpty()) {
                    said = "";
                }
                return look.run().map(Run::id);
            } catch (RuntimeException e) {
                say(
                        e.toString(),
                        "report %s: what is due could not be planned (%s); it is tried again".formatted(name, e));
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
