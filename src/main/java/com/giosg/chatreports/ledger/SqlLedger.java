package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.SlowPhase;
import com.giosg.chatreports.row.Part;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A ledger that outlasts the process. Whatever a method notes is on disk when it returns. States change by compare and
 * set, so that whoever comes second changes nothing.
 */
public final class SqlLedger implements Ledger, AutoCloseable {

    private final Database database;
    private final LedgerRows rows;
    private final SqlSchedules schedules;
    private final SqlRuns runs;
    private final SqlRequests requests;
    private final SqlDeliveries deliveries;
    private final SqlRetries retries;

    /**
     * A ledger in a database whose tables are up to date.
     *
     * @param data the folder that files are named from
     * @param clock says when runs ended
     */
    SqlLedger(Database database, Path data, InstantSource clock) {
        this.database = database;
        this.rows = new LedgerRows(data);
        this.schedules = new SqlSchedules(database);
        this.runs = new SqlRuns(database, rows, clock);
        this.requests = new SqlRequests(database, rows);
        this.deliveries = new SqlDeliveries(database, rows);
        this.retries = new SqlRetries(database, runs, requests, deliveries);
    }

    @Override
    public boolean plan(Run run, List<String> requestIds) {
        return database.transaction(() -> insert(run, requestIds));
    }

    @Override
    public boolean planDue(Run run, List<String> requestIds, List<Run> skipped) {
        return database.transaction(
                () -> moveCursor(run.report(), run.organization(), run.due(), skipped) && insert(run, requestIds));
    }

    private boolean insert(Run run, List<String> requestIds) {
        if (!runs.insert(run)) {
            return false;
        }
        run.notes().forEach(note -> runs.note(run.id(), note));
        requests.ask(run.id(), requestIds);
        return true;
    }

    @Override
    public Optional<Instant> cursor(String report, String organization) {
        return schedules.settled(report, organization);
    }

    @Override
    public boolean pass(String report, String organization, Instant until, List<Run> skipped) {
        return database.transaction(() -> moveCursor(report, organization, until, skipped));
    }

    private boolean moveCursor(String report, String organization, Instant until, List<Run> skipped) {
        boolean moved = schedules.settle(report, organization, until);
        if (moved) {
            skipped.forEach(run -> insert(run, List.of()));
        }
        return moved;
    }

    @Override
    public Optional<Run> run(String runId) {
        return runs.find(runId);
    }

    @Override
    public List<Run> before(Run run, int most) {
        return runs.before(run, most);
    }

    @Override
    public List<Run> unfinished() {
        return runs.unfinished();
    }

    @Override
    public List<String> ready(Instant now) {
        return runs.ready(now);
    }

    @Override
    public void rest(String runId, Instant until) {
        runs.rest(runId, until);
    }

    @Override
    public void askLater(String runId, SlowPhase asking) {
        runs.askLater(runId, asking);
    }

    @Override
    public boolean refill(String runId, SlowPhase asking) {
        return database.transaction(() -> {
            boolean changed = runs.refill(runId);
            if (changed) {
                requests.postponeGaps(runId);
                runs.askLater(runId, asking);
            }
            return changed;
        });
    }

    @Override
    public void goOn(String runId) {
        runs.goOn(runId);
    }

    /** The same, for those who look back. */
    public History history() {
        return new SqlHistory(database, rows);
    }

    /** The runs that were planned last, the last one first. */
    public List<Run> latest(int most) {
        return runs.latest(most);
    }

    /** The runs that failed and can be retried, in the order in which they were planned. */
    public List<Run> failed() {
        return runs.failed();
    }

    /** The ids of the runs that ended before the instant and that did not fail. */
    List<String> settledBefore(Instant instant) {
        return runs.settledBefore(instant);
    }

    /** Removes those from the ledger. Cursors stay. */
    void forgetSettledBefore(Instant instant) {
        database.transaction(() -> runs.forgetSettledBefore(instant));
    }

    @Override
    public boolean move(String runId, Run.State state) {
        return runs.move(runId, state);
    }

    @Override
    public boolean fail(String runId, RunFailure failure, List<Delivery> notices) {
        return database.transaction(() -> {
            boolean failed = runs.fail(runId, failure, notices.isEmpty() ? Run.State.FAILED : Run.State.DELIVERING);
            if (failed) {
                notices.forEach(deliveries::note);
            }
            return failed;
        });
    }

    @Override
    public void replan(String runId, String questions, List<String> requestIds) {
        database.transaction(() -> {
            boolean changed = runs.ask(runId, questions);
            if (changed) {
                requests.forget(runId);
                requests.ask(runId, requestIds);
            }
            return changed;
        });
    }

    @Override
    public void reopen(String runId, String requestId) {
        requests.settle(RequestEntry.open(runId, requestId));
    }

    @Override
    public void seal(String runId, List<Delivery> pending) {
        database.transaction(() -> {
            boolean sealed = runs.move(runId, Run.State.SEALED);
            if (sealed) {
                pending.forEach(deliveries::note);
            }
            return sealed;
        });
    }

    @Override
    public boolean retry(String runId) {
        return retries.retry(runId);
    }

    @Override
    public boolean anew(String runId) {
        return retries.anew(runId);
    }

    @Override
    public void note(String runId, String note) {
        runs.note(runId, note);
    }

    @Override
    public List<RequestEntry> requests(String runId) {
        return requests.of(runId);
    }

    @Override
    public void answered(String runId, String requestId, Part part) {
        requests.settle(RequestEntry.answered(runId, requestId, part));
    }

    @Override
    public void gap(String runId, String requestId, Gap gap) {
        requests.settle(RequestEntry.gap(runId, requestId, gap));
    }

    @Override
    public void postpone(String runId, String requestId, Gap failure) {
        requests.settle(RequestEntry.postponed(runId, requestId, failure));
    }

    @Override
    public void giveUpPostponed(String runId) {
        requests.giveUpPostponed(runId);
    }

    @Override
    public void note(Delivery delivery) {
        deliveries.note(delivery);
    }

    @Override
    public List<Delivery> deliveries(String runId) {
        return deliveries.of(runId);
    }

    /** Has something done once the ledger is lost; at once where it is. It has to be quick. */
    public void onLoss(Runnable what) {
        database.onLoss(what);
    }

    /** Whether nothing can be read or written by it any more, while another process may have it. Another one has to be opened. */
    public boolean isLost() {
        return database.isLost();
    }

    /** What was written is there whether this is called or not. */
    @Override
    public void close() {
        database.close();
    }
}
