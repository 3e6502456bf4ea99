package com.giosg.chatreports.ledger;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.Report.CatchUp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Plans the runs of one report for one organization as they fall due. Whoever wakes it decides how late that is noticed,
 * not what is due: that follows from the schedule and the cursor in the ledger. One run at a time: while one is going the
 * next is not planned, so nothing piles up. For one thread.
 */
public final class Watch {

    /** Looks further apart than this: nothing ran in between. */
    private static final Duration STALL = Duration.ofMinutes(1);

    private final DueTimes times;
    private final Ledger ledger;

    /** The first due instant after the cursor, known here so that most looks need no ledger. */
    private Optional<Instant> next;

    private Instant looked;

    /** Whether a run that is going kept the next one waiting. */
    private boolean waited;

    /**
     * Begins to watch. What fell due before the very first time is not made up for.
     *
     * @param report has a schedule
     */
    public Watch(Report report, Organization organization, Ledger ledger, Instant now) {
        this.times = new DueTimes(report, organization);
        this.ledger = ledger;
        this.looked = ledger.cursor(report.name(), organization.key()).orElse(now);
        pass(looked);
    }

    /** Plans what is due, at most one run. */
    public Look look(Instant now) {
        Instant before = looked;
        looked = now;
        if (before.isAfter(now.plus(STALL))) {
            return Look.notice("clock", clockWentBack());
        }
        if (next.isEmpty() || isBefore(now, next.get())) {
            return Look.NOTHING;
        }
        if (times.catchUp() == CatchUp.NONE && before.isBefore(now.minus(STALL))) {
            return passMissed(now.minus(STALL));
        }
        Optional<Run> going = going();
        return going.isPresent() ? waitFor(going.get(), now) : planNext(now);
    }

    /** Nearly every look ends here; when exactly a run starts is worked out only once it is due, for that takes a hash. */
    private boolean isBefore(Instant now, Instant due) {
        return now.isBefore(due) || now.isBefore(times.start(due));
    }

    private Optional<Run> going() {
        return ledger.unfinished().stream()
                .filter(run -> !run.waitsAside())
                .filter(run -> run.report().equals(times.report().name())
                        && run.organization().equals(times.organization().key()))
                .findFirst();
    }

    private Look waitFor(Run going, Instant now) {
        waited = true;
        return next.orElseThrow().isAfter(now.minus(STALL))
                ? Look.NOTHING
                : Look.notice(
                        going.id(),
                        "%s: the run that fell due at %s is still going; the next one waits for it"
                                .formatted(times, times.local(going.due())));
    }

    private Look planNext(Instant now) {
        Instant firstDue = next.orElseThrow();
        Optional<Instant> chosen = times.next(cursor(), now);
        Optional<Run> planned = chosen.flatMap(this::plan);
        Optional<Look.Notice> skipped = chosen.filter(firstDue::isBefore).map(due -> skipped(firstDue, due));
        next = times.after(cursor());
        waited = false;
        return new Look(planned, skipped);
    }

    /** Empty where another process planned it. */
    private Optional<Run> plan(Instant due) {
        Report report = times.report();
        Organization organization = times.organization();
        Run run = Run.planned(report, organization, due, report.window().resolve(due, times.zone()));
        return Optional.of(run).filter(fresh -> ledger.planDue(fresh, Planner.requestIds(report, organization, fresh)));
    }

    private Look passMissed(Instant until) {
        Instant firstDue = next.orElseThrow();
        pass(until);
        return next.equals(Optional.of(firstDue))
                ? Look.NOTHING
                : new Look(Optional.empty(), Optional.of(skipped(firstDue, until)));
    }

    private Look.Notice skipped(Instant from, Instant before) {
        String text = "%s: no runs for what fell due from %s until before %s, since "
                .formatted(times, times.local(from), times.local(before));
        return waited
                ? new Look.Notice("late", text + "the run before took longer. Next: let it fall due less often")
                : new Look.Notice(
                        "missed " + from, text + "nothing ran at the time. Next: run it by hand where needed");
    }

    private String clockWentBack() {
        return "%s: the clock of this machine went back. Nothing is planned twice: the next run comes at %s"
                .formatted(times, next.map(times::local).orElse("no time"));
    }

    private Instant cursor() {
        return ledger.cursor(times.report().name(), times.organization().key()).orElseThrow();
    }

    private void pass(Instant until) {
        ledger.pass(times.report().name(), times.organization().key(), until);
        next = times.after(cursor());
    }
}
