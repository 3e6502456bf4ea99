package com.giosg.chatreports.ledger;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;

/**
 * Makes the runs of due times that are past: the very same ones that would have been made then.
 *
 * @param report has a schedule
 */
public record Backfill(Report report, Organization organization) {

    /** So many runs are made at once. */
    public static final int MOST = 1000;

    /** Every instant at which it falls due on these days, in ascending order, in the future as well. */
    public Stream<Instant> dueTimes(LocalDate first, LocalDate last) {
        DueTimes times = new DueTimes(report, organization);
        ZoneId zone = times.zone();
        Instant start = first.atStartOfDay(zone).toInstant();
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
        return times.following(start.minusMillis(1)).takeWhile(end::isAfter);
    }

    /** Whether all that falls due on these days can be made at once. */
    boolean isAllowed(LocalDate first, LocalDate last) {
        return dueTimes(first, last).limit(MOST + 1L).count() <= MOST;
    }

    /** The run of a due time as if nothing had become of it yet. */
    public Run run(Instant due) {
        return Run.of(report, organization, due);
    }

    /**
     * Sees to it that the run of a due time is made; nothing changes where it is under way.
     *
     * @param again whether one that is over is made once more
     */
    public Run begin(Ledger ledger, Instant due, boolean again) {
        Run run = run(due);
        boolean planned = ledger.plan(run, Planner.requestIds(report, organization, run));
        if (!planned && !(again && ledger.anew(run.id())) && isStopped(ledger, run)) {
            ledger.retry(run.id());
        }
        return ledger.run(run.id()).orElseThrow();
    }

    /** One that rests goes on by itself. */
    private static boolean isStopped(Ledger ledger, Run run) {
        return ledger.run(run.id())
                .filter(known -> known.state().canBeTakenUp())
                .isPresent();
    }
}
