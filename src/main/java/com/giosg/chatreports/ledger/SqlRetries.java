package com.giosg.chatreports.ledger;

import java.util.Optional;

/** Runs that are over, or rest, and begin again. */
record SqlRetries(Database database, SqlRuns runs, SqlRequests requests, SqlDeliveries deliveries) {

    boolean retry(String runId) {
        return database.transaction(() -> held(runId)
                .filter(run -> run.state().canBeTakenUp() || run.nextTry().isPresent())
                .map(this::takeUp)
                .isPresent());
    }

    boolean anew(String runId) {
        return database.transaction(() -> held(runId)
                .filter(run -> run.state().isFinal())
                .map(this::beginAnew)
                .isPresent());
    }

    /** Written to first, so that nobody else changes the run until the transaction is over. */
    private Optional<Run> held(String runId) {
        database.update("UPDATE run SET state = state WHERE id = ?", runId);
        return runs.find(runId);
    }

    private Run takeUp(Run run) {
        boolean asksAgain = deliveries.of(run.id()).stream()
                        .filter(delivery -> delivery.generation() == run.generation())
                        .allMatch(Delivery::isNotice)
                || requests.of(run.id()).stream()
                        .anyMatch(request -> request.postponed().isPresent());
        begin(run.id(), asksAgain ? Run.State.PLANNED : Run.State.DELIVERING);
        if (run.state() == Run.State.SKIPPED) {
            runs.forgetNotes(run.id());
        }
        if (asksAgain) {
            // Notices that nobody got: there may be nothing to notice any more.
            deliveries.forgetUnconfirmed(run.id(), run.generation());
            requests.openGaps(run.id());
        } else {
            deliveries.openFailed(run.id(), run.generation());
        }
        return run;
    }

    /** Back among those that are not over. */
    private void begin(String runId, Run.State state) {
        database.update("""
                UPDATE run SET state = ?, failure_kind = NULL, failure_cause = NULL, ended = NULL,
                asked = NULL, first_asked = NULL, next_asked = NULL, next_try = NULL
                WHERE id = ?""", state.name(), runId);
    }

    private Run beginAnew(Run run) {
        Run anew = run.anew();
        begin(run.id(), anew.state());
        database.update(
                "UPDATE run SET questions = ?, generation = ?, refilling = NULL WHERE id = ?",
                anew.questions(),
                anew.generation(),
                run.id());
        runs.forgetNotes(run.id());
        requests.forget(run.id());
        deliveries.of(run.id()).forEach(open -> deliveries.note(open.in(Delivery.State.FAILED, Ledger.SUPERSEDED)));
        return anew;
    }
}
