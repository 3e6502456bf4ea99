package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.SlowPhase;
import com.giosg.chatreports.row.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Any ledger, with somebody who is told when a run is over.
 *
 * @param ledger where everything is noted
 * @param over gets the id of each run as soon as nothing more happens to it
 */
public record ObservedLedger(Ledger ledger, Consumer<String> over) implements Ledger {

    @Override
    public boolean move(String runId, Run.State state) {
        boolean moved = ledger.move(runId, state);
        tell(runId, moved && state.isFinal());
        return moved;
    }

    @Override
    public boolean fail(String runId, RunFailure failure, List<Delivery> notices) {
        boolean failed = ledger.fail(runId, failure, notices);
        tell(runId, failed && notices.isEmpty());
        return failed;
    }

    /** Several threads may find a run to be over; only one of them ended it. */
    private void tell(String runId, boolean ended) {
        if (ended) {
            over.accept(runId);
        }
    }

    @Override
    public List<Run> before(Run run, int most) {
        return ledger.before(run, most);
    }

    @Override
    public List<String> ready(Instant now) {
        return ledger.ready(now);
    }

    @Override
    public void rest(String runId, Instant until) {
        ledger.rest(runId, until);
    }

    @Override
    public void askLater(String runId, SlowPhase asking) {
        ledger.askLater(runId, asking);
    }

    /** Its first generation is over; told before, while its gaps still are some. */
    @Override
    public boolean refill(String runId, SlowPhase asking) {
        tell(runId, true);
        return ledger.refill(runId, asking);
    }

    @Override
    public void goOn(String runId) {
        ledger.goOn(runId);
    }

    @Override
    public void postpone(String runId, String requestId, Gap failure) {
        ledger.postpone(runId, requestId, failure);
    }

    @Override
    public void giveUpPostponed(String runId) {
        ledger.giveUpPostponed(runId);
    }

    @Override
    public void replan(String runId, String questions, List<String> requestIds) {
        ledger.replan(runId, questions, requestIds);
    }

    @Override
    public void reopen(String runId, String requestId) {
        ledger.reopen(runId, requestId);
    }

    @Override
    public void seal(String runId, List<Delivery> deliveries) {
        ledger.seal(runId, deliveries);
    }

    @Override
    public boolean retry(String runId) {
        return ledger.retry(runId);
    }

    @Override
    public boolean anew(String runId) {
        return ledger.anew(runId);
    }

    @Override
    public boolean plan(Run run, List<String> requestIds) {
        return ledger.plan(run, requestIds);
    }

    @Override
    public boolean planDue(Run run, List<String> requestIds, List<Run> skipped) {
        return ledger.planDue(run, requestIds, skipped);
    }

    @Override
    public Optional<Instant> cursor(String report, String organization) {
        return ledger.cursor(report, organization);
    }

    @Override
    public boolean pass(String report, String organization, Instant until, List<Run> skipped) {
        return ledger.pass(report, organization, until, skipped);
    }

    @Override
    public Optional<Run> run(String runId) {
        return ledger.run(runId);
    }

    @Override
    public List<Run> unfinished() {
        return ledger.unfinished();
    }

    @Override
    public void note(String runId, String note) {
        ledger.note(runId, note);
    }

    @Override
    public List<RequestEntry> requests(String runId) {
        return ledger.requests(runId);
    }

    @Override
    public void answered(String runId, String requestId, Part part) {
        ledger.answered(runId, requestId, part);
    }

    @Override
    public void gap(String runId, String requestId, Gap gap) {
        ledger.gap(runId, requestId, gap);
    }

    @Override
    public void note(Delivery delivery) {
        ledger.note(delivery);
    }

    @Override
    public List<Delivery> deliveries(String runId) {
        return ledger.deliveries(runId);
    }

    @Override
    public Optional<Delivery> delivery(String runId, String key) {
        return ledger.delivery(runId, key);
    }
}
