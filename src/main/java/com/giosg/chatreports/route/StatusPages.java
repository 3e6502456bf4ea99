package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.format.status.RunPage;
import com.giosg.chatreports.format.status.State;
import com.giosg.chatreports.format.status.StatusPage;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Generations;
import com.giosg.chatreports.ledger.History;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.RunSummary;
import com.giosg.chatreports.time.Schedule;
import com.giosg.chatreports.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gathers what the status pages show. */
record StatusPages(
        Configuration configuration, Ledger ledger, History history, Troubles troubles, InstantSource clock) {

    private static final int LATEST = 50;
    private static final int SKIPPED = 20;

    /** What a page lists of one run; the command {@code show} has the rest. */
    private static final int DELIVERIES = 200;

    StatusPage status() {
        Instant now = clock.instant();
        RunViews views = views();
        Map<String, RunSummary> last = history.lastOfEach().stream()
                .collect(Collectors.toMap(
                        summary -> summary.run().report() + "/" + summary.run().organization(), Function.identity()));
        return new StatusPage(
                Times.print(now.atZone(ZoneId.systemDefault())),
                troubles.notices(),
                configuration.scheduledReports().stream()
                        .flatMap(report -> report.organizations().stream()
                                .map(organization -> start(
                                        report,
                                        organization,
                                        now,
                                        Optional.ofNullable(last.get(report.name() + "/" + organization.key())))))
                        .toList(),
                history.latest(LATEST).stream().map(views::run).toList(),
                history.skipped(SKIPPED).stream().map(views::skipped).toList(),
                Version.text());
    }

    /** Everything about one run; empty: there is none. */
    Optional<RunPage> run(String id) {
        return history.summary(id).map(summary -> run(summary, views()));
    }

    private RunPage run(RunSummary summary, RunViews views) {
        Run run = summary.run();
        List<Delivery> all = ledger.deliveries(run.id());
        List<Delivery> deliveries = Generations.known(run, all);
        return new RunPage(
                views.run(summary),
                views.undelivered(Generations.latest(run, all)),
                run.notes().stream().map(views::masked).toList(),
                ledger.requests(run.id()).stream().map(views::request).toList(),
                deliveries.stream()
                        .limit(DELIVERIES)
                        .map(delivery -> views.delivery(summary, delivery))
                        .toList(),
                Math.max(0, deliveries.size() - DELIVERIES),
                Version.text());
    }

    private RunViews views() {
        return new RunViews(configuration);
    }

    String masked(String words) {
        return configuration.withoutSecrets(words);
    }

    /** Whether people can look at it: a page as it is, a mail as its readers see it. */
    static boolean isPage(Delivery delivery) {
        String name = delivery.file().toString();
        return delivery.artifact().size() >= 0 && (name.endsWith(".html") || isMail(name));
    }

    static boolean isMail(String name) {
        return name.endsWith(".eml");
    }

    private static StatusPage.Start start(
            Report report, Organization organization, Instant now, Optional<RunSummary> last) {
        ZoneId zone = report.zoneFor(organization);
        Optional<Instant> next = report.nextAfter(now, organization);
        return new StatusPage.Start(
                report.name(),
                organization.name(),
                report.schedule().map(Schedule::text).orElse(""),
                next.map(due -> Times.print(due.atZone(zone))).orElse("never"),
                next.map(due -> words(Duration.between(now, due))).orElse(""),
                zone.getId(),
                last.map(StatusPages::last).stream().toList());
    }

    private static StatusPage.LastRun last(RunSummary summary) {
        Run run = summary.run();
        State state = RunViews.state(run, summary.isKeptBack());
        return new StatusPage.LastRun(
                RunViews.href(run.id()),
                state,
                Times.print(run.due().atZone(run.window().zone())));
    }

    /** How far off something is: its two largest units, the smaller one rounded down. */
    static String words(Duration duration) {
        if (duration.toDays() > 0) {
            return "in %d d %d h".formatted(duration.toDays(), duration.toHoursPart());
        }
        if (duration.toHours() > 0) {
            return "in %d h %d min".formatted(duration.toHours(), duration.toMinutesPart());
        }
        return duration.toMinutes() > 0
                ? "in %d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart())
                : duration.toSeconds() > 0 ? "in %d s".formatted(duration.toSeconds()) : "now";
    }
}
