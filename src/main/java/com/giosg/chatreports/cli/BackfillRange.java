package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.WindowLimits;
import com.giosg.chatreports.ledger.Backfill;
import com.giosg.chatreports.time.Schedule;
import com.giosg.chatreports.time.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The due times that a backfill is about, or a complaint.
 *
 * @param first the first day, in the zone of the report or the organization
 * @param last the last day, included
 */
record BackfillRange(Report report, LocalDate first, LocalDate last) {

    /** What is more is not counted any more. */
    private static final int COUNTED = 100_000;

    /** A due time of one organization. */
    record Due(Backfill backfill, Instant instant) {}

    /** Those up to now, the oldest first. */
    List<Due> upTo(Instant now, List<Organization> organizations) {
        checkReport();
        List<Due> all = organizations.stream()
                .map(organization -> new Backfill(report, organization))
                .flatMap(backfill -> backfill.dueTimes(first, last)
                        .takeWhile(due -> !due.isAfter(now))
                        .map(due -> new Due(backfill, due)))
                .limit(COUNTED)
                .sorted(Comparator.comparing(Due::instant))
                .toList();
        checkNumber(all.size(), now, organizations);
        all.forEach(this::checkWindow);
        return all;
    }

    /** Whether some are not due yet. */
    boolean goesOnAfter(Instant now, List<Organization> organizations) {
        return organizations.stream()
                .map(organization -> new Backfill(report, organization))
                .anyMatch(backfill ->
                        backfill.dueTimes(latest(first, now, backfill), last).anyMatch(now::isBefore));
    }

    private LocalDate latest(LocalDate day, Instant now, Backfill backfill) {
        LocalDate today = LocalDate.ofInstant(now, report.zoneFor(backfill.organization()));
        return day.isBefore(today) ? today : day;
    }

    private void checkReport() {
        if (report.schedule().isEmpty()) {
            throw Complaint.usage(
                    "the report %s never falls due by itself, so there is no due time to make up for. Next: give it at, every or cron; or name what it is to cover: chat-reports run %s --window %s..%s"
                            .formatted(report.name(), report.name(), first, last));
        }
        if (last.isBefore(first)) {
            throw Complaint.usage("--from %s is after --to %s: the first day comes first".formatted(first, last));
        }
    }

    private void checkNumber(int number, Instant now, List<Organization> organizations) {
        if (number == 0) {
            String schedule = report.schedule().map(Schedule::text).orElseThrow();
            throw Complaint.usage(
                    goesOnAfter(now, organizations)
                            ? "from %s to %s the report %s (%s) is not due yet: nothing is made before its time. See: chat-reports windows"
                                    .formatted(first, last, report.name(), schedule)
                            : "from %s to %s the report %s (%s) never falls due. See: chat-reports windows"
                                    .formatted(first, last, report.name(), schedule));
        }
        if (number > Backfill.MOST) {
            throw Complaint.usage(
                    "from %s to %s the report %s falls due %s%d times for %s, and a backfill makes at most %d runs. Next: %s"
                            .formatted(
                                    first,
                                    last,
                                    report.name(),
                                    number == COUNTED ? "more than " : "",
                                    number,
                                    organizations.size() > 1
                                            ? organizations.size() + " organizations"
                                            : "one organization",
                                    Backfill.MOST,
                                    fewer(organizations.size())));
        }
    }

    private String fewer(int organizations) {
        return Stream.of(
                        first.isBefore(last) ? "take fewer days at once" : "",
                        organizations > 1 ? "take one organization with --organization" : "",
                        "make one run for all of it: chat-reports run %s --window %s..%s"
                                .formatted(report.name(), first, last))
                .filter(move -> !move.isEmpty())
                .collect(Collectors.joining(", or "));
    }

    /** The configuration was checked with the window of today, which may be shorter. */
    private void checkWindow(Due due) {
        WindowLimits.problem(
                        report.metrics(),
                        report.granularity(),
                        report.window(),
                        due.instant(),
                        report.zoneFor(due.backfill().organization()))
                .ifPresent(problem -> {
                    throw Complaint.usage("the run of %s for %s, due at %s, cannot be made: %s"
                            .formatted(
                                    report.name(),
                                    due.backfill().organization().key(),
                                    Times.print(due.instant()
                                            .atZone(report.zoneFor(
                                                    due.backfill().organization()))),
                                    problem));
                });
    }
}
