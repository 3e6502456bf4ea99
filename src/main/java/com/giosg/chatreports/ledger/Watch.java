package com.giosg.chatreports.ledger;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.Report.CatchUp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
    private final CatchUps catchUps;

    /** The first due instant after the cursor, known here so that most looks need no ledger. */
    private Optional<Instant> next;

    private Instant looked;

    /** The id of the run that fell due last. */
    private String last;

    private Attendance attendance;

    /**
     * Begins to watch. What fell due before the very first time is not made up for.
     *
     * @param report has a schedule
     * @param catchUps shared by all that watch
     * @param since when this process began, with other watches before this one
     */
    public Watch(
            Report report, Organization organization, Ledger ledger, CatchUps catchUps, Instant since, Instant now) {
        this.times = new DueTimes(report, organization);
        this.ledger = ledger;
        this.catchUps = catchUps;
        this.attendance = Attendance.since(since.isBefore(now) ? since : now);
        Instant cursor = ledger.cursor(report.name(), organization.key()).orElse(now);
        this.looked = cursor.isAfter(now) ? cursor : now;
        this.last = times.runId(cursor);
        pass(cursor, Skipped.NOTHING);
    }

    /** Plans what is due, at most one run. */
    public Look look(Instant now) {
        Instant before = looked;
        looked = now;
        if (isFar(before, now)) {
            attendance = Attendance.since(now);
        }
        if (before.isAfter(now.plus(STALL))) {
            return Look.notice("clock", clockWentBack());
        }
        if (next.isEmpty() || isBefore(now, next.get())) {
            return Look.NOTHING;
        }
        if (times.catchUp() == CatchUp.NONE && attendance.beganAfter(next.get()) && isLate(next.get(), now)) {
            return passMissed(now.minus(STALL), now);
        }
        Optional<Run> going = going();
        return going.isPresent() ? waitFor(going.get(), now) : planNext(now);
    }

    private static boolean isFar(Instant before, Instant now) {
        return Duration.between(before, now).abs().compareTo(STALL) > 0;
    }

    private boolean isLate(Instant due, Instant now) {
        return times.start(due).isBefore(now.minus(STALL));
    }

    /** Nearly every look ends here; when exactly a run starts is worked out only once it is due, for that takes a hash. */
    private boolean isBefore(Instant now, Instant due) {
        return now.isBefore(due) || now.isBefore(times.start(due));
    }

    /** What somebody makes by hand holds nothing up. */
    private Optional<Run> going() {
        return ledger.run(last).filter(run -> !run.state().isFinal()).filter(run -> !run.waitsAside());
    }

    private Look waitFor(Run going, Instant now) {
        attendance = attendance.waiting(now);
        return next.orElseThrow().isAfter(now.minus(STALL))
                ? Look.NOTHING
                : Look.notice(
                        going.id(),
                        "%s: the run that fell due at %s is still going; the next one waits for it"
                                .formatted(times, times.local(going.due())));
    }

    private Look planNext(Instant now) {
        Optional<Instant> chosen = times.next(cursor(), now);
        if (chosen.isEmpty()) {
            next = times.after(cursor());
            return Look.NOTHING;
        }
        Instant due = chosen.get();
        boolean missed = isLate(due, now) && !attendance.sawWaiting(due);
        return missed ? catchUps.begin(times.runId(due), () -> plan(due, now)).orElse(Look.NOTHING) : plan(due, now);
    }

    private Look plan(Instant due, Instant now) {
        Instant firstDue = next.orElseThrow();
        Skipped skipped = new Skipping(times, attendance).between(cursor(), due, now);
        Report report = times.report();
        Organization organization = times.organization();
        Run run = Run.of(report, organization, due);
        // Not where another process planned it, or somebody made it before it was looked for.
        boolean planned = ledger.planDue(run, Planner.requestIds(report, organization, run), skipped.rows());
        Optional<Look.Notice> notice =
                Optional.of(skipped).filter(some -> some.times() > 0).map(some -> notice(some, firstDue, due));
        last = run.id();
        next = times.after(cursor());
        return new Look(Optional.of(run).filter(fresh -> planned), notice, skipped.times());
    }

    private Look passMissed(Instant until, Instant now) {
        Instant firstDue = next.orElseThrow();
        Skipped skipped = new Skipping(times, attendance).between(cursor(), until.plusMillis(1), now);
        boolean passed = pass(until, skipped);
        return !passed || skipped.times() == 0
                ? Look.NOTHING
                : new Look(Optional.empty(), Optional.of(notice(skipped, firstDue, until)), skipped.times());
    }

    private Look.Notice notice(Skipped skipped, Instant from, Instant before) {
        String text = "%s: no runs for what fell due from %s until before %s (%s), since "
                .formatted(times, times.local(from), times.local(before), often(skipped.times()));
        if (skipped.waited() == skipped.times()) {
            return new Look.Notice("late", text + "the run before took longer. Next: let it fall due less often");
        }
        String besides =
                skipped.waited() == 0 ? "" : " or (%s) the run before took longer".formatted(often(skipped.waited()));
        return new Look.Notice(
                "missed " + from,
                text
                        + "nothing ran at the time%s. Next: where they are wanted, ".formatted(besides)
                        + making(skipped, times.day(from), times.day(before)));
    }

    private static String often(long times) {
        return times == 1 ? "once" : times + " times";
    }

    private String making(Skipped skipped, LocalDate first, LocalDate last) {
        Report report = times.report();
        Organization organization = times.organization();
        return new Backfill(report, organization).isAllowed(first, last)
                ? "chat-reports backfill %s --from %s --to %s --organization %s"
                        .formatted(report.name(), first, last, organization.key())
                : "chat-reports retry %s makes the newest of them; chat-reports history lists the ids of those before"
                        .formatted(skipped.newest().id());
    }

    private String clockWentBack() {
        return "%s: the clock of this machine went back. Nothing is planned twice: the next run comes at %s"
                .formatted(times, next.map(times::local).orElse("no time"));
    }

    private Instant cursor() {
        return ledger.cursor(times.report().name(), times.organization().key()).orElseThrow();
    }

    private boolean pass(Instant until, Skipped skipped) {
        boolean passed = ledger.pass(times.report().name(), times.organization().key(), until, skipped.rows());
        next = times.after(cursor());
        return passed;
    }
}
