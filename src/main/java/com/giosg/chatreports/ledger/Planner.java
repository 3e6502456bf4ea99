package com.giosg.chatreports.ledger;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestPlan;
import com.giosg.chatreports.time.Window;
import com.giosg.chatreports.time.WindowRule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Decides which runs there are to do, and notes them in the ledger. */
public final class Planner {

    private final Ledger ledger;

    public Planner(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Plans a run by hand: it falls due at once, or a moment later where another one has that instant already.
     *
     * @param window which window it covers: the report's own rule, or another
     */
    public Run byHand(Report report, Organization organization, Instant now, WindowRule window) {
        Window covered = window.resolve(now, report.zoneFor(organization));
        Instant due = now.truncatedTo(ChronoUnit.MILLIS);
        Run run = Run.planned(report, organization, due, covered);
        while (!ledger.plan(run, requestIds(report, organization, run))) {
            due = due.plusMillis(1);
            run = Run.planned(report, organization, due, covered);
        }
        return run;
    }

    static List<String> requestIds(Report report, Organization organization, Run run) {
        return RequestPlan.all(report, organization, run.window(), run.due()).stream()
                .map(Request::id)
                .toList();
    }
}
