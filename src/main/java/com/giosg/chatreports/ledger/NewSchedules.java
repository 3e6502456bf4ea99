package com.giosg.chatreports.ledger;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Schedules count from when they were given: at what they would have meant before, nobody missed anything. Unless something is
 * still to be planned by the schedule before: then all is as after a restart, so that it is not lost.
 *
 * @param ledger knows up to when everything is planned
 */
public record NewSchedules(Ledger ledger) {

    /**
     * Lets those that are new, or other than before, begin now.
     *
     * @param before reports by name
     * @param next the same from now on
     */
    public void begin(Map<String, Report> before, Map<String, Report> next, Instant now) {
        for (Report report : next.values()) {
            if (report.schedule().isPresent()) {
                begin(before, report, now);
            }
        }
    }

    private void begin(Map<String, Report> before, Report report, Instant now) {
        for (Organization organization : report.organizations()) {
            ledger.cursor(report.name(), organization.key())
                    .filter(cursor -> find(before, report, organization)
                            .map(old ->
                                    !isSame(old, new DueTimes(report, organization)) && isUpToDate(old, cursor, now))
                            .orElse(true))
                    .ifPresent(cursor -> ledger.pass(report.name(), organization.key(), now, List.of()));
        }
    }

    private static Optional<DueTimes> find(Map<String, Report> before, Report report, Organization organization) {
        return Optional.ofNullable(before.get(report.name()))
                .filter(old -> old.schedule().isPresent())
                .flatMap(old -> old.organizations().stream()
                        .filter(other -> other.key().equals(organization.key()))
                        .findFirst()
                        .map(other -> new DueTimes(old, other)));
    }

    private static boolean isSame(DueTimes old, DueTimes times) {
        return old.schedule().text().equals(times.schedule().text())
                && old.zone().equals(times.zone());
    }

    private static boolean isUpToDate(DueTimes old, Instant cursor, Instant now) {
        return old.after(cursor).filter(due -> !due.isAfter(now)).isEmpty();
    }
}
