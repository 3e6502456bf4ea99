package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.SlowPhase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Runs with what was noted about them. */
record SqlRuns(Database database, LedgerRows rows, InstantSource clock) {

    private static final String NOT_OVER = "state IN (" + states(state -> !state.isFinal()) + ")";

    /** Nothing of it is left to do, for anybody. */
    private static final String SETTLED =
            "state IN (" + states(state -> state.isFinal() && state != Run.State.FAILED) + ") AND ended < ?";

    /** For behind an IN, which must not be left without any. */
    private static String states(Predicate<Run.State> wanted) {
        return Arrays.stream(Run.State.values())
                .filter(wanted)
                .map(state -> "'" + state + "'")
                .reduce((one, another) -> one + ", " + another)
                .orElse("NULL");
    }

    Optional<Run> find(String runId) {
        return database.first(rows::run, "SELECT * FROM run WHERE id = ?", runId)
                .map(this::withNotes);
    }

    /**
     * Several of them.
     *
     * @param which what stands behind WHERE
     */
    private List<Run> where(String which, Object... values) {
        return list("SELECT * FROM run WHERE " + which, values);
    }

    private List<Run> list(String sql, Object... values) {
        return database.query(rows::run, sql, values).stream()
                .map(this::withNotes)
                .toList();
    }

    private Run withNotes(Run run) {
        List<String> notes = database.query(
                line -> line.getString(1), "SELECT note FROM run_note WHERE run_id = ? ORDER BY place", run.id());
        return notes.stream().reduce(run, Run::noted, (first, second) -> second);
    }

    void note(String runId, String note) {
        database.update("""
                INSERT INTO run_note (run_id, place, note)
                SELECT id, (SELECT COALESCE(MAX(place), 0) + 1 FROM run_note WHERE run_id = run.id), ?
                FROM run WHERE id = ?""", note, runId);
    }

    void forgetNotes(String runId) {
        database.update("DELETE FROM run_note WHERE run_id = ?", runId);
    }

    boolean insert(Run run) {
        return database.update(
                        """
                INSERT INTO run (id, place, report, organization, due, first_day, last_day, zone, questions, state, ended)
                VALUES (?, (SELECT COALESCE(MAX(place), 0) + 1 FROM run), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""",
                        run.id(),
                        run.report(),
                        run.organization(),
                        run.due().toEpochMilli(),
                        run.window().firstDay().toString(),
                        run.window().lastDay().toString(),
                        run.window().zone().getId(),
                        run.questions(),
                        run.state().name(),
                        run.state().isFinal() ? clock.millis() : null)
                > 0;
    }

    /** Days are written so that their order is that of time. */
    List<Run> before(Run run, int most) {
        return where(
                "report = ? AND organization = ? AND state IN ('DONE', 'DONE_WITH_GAPS') AND last_day < ?"
                        + " ORDER BY place DESC LIMIT ?",
                run.report(),
                run.organization(),
                run.window().firstDay().toString(),
                most);
    }

    List<Run> unfinished() {
        return where(NOT_OVER + " ORDER BY place");
    }

    List<String> ready(Instant now) {
        return database.query(
                line -> line.getString(1),
                "SELECT id FROM run WHERE " + NOT_OVER + " AND (next_try IS NULL OR next_try <= ?) ORDER BY place",
                now.toEpochMilli());
    }

    List<Run> latest(int most) {
        return list("SELECT * FROM run ORDER BY place DESC LIMIT ?", most);
    }

    List<Run> failed() {
        return where("state = 'FAILED' ORDER BY place");
    }

    void rest(String runId, Instant until) {
        database.update("UPDATE run SET next_try = ? WHERE id = ? AND " + NOT_OVER, until.toEpochMilli(), runId);
    }

    void askLater(String runId, SlowPhase asking) {
        database.update(
                "UPDATE run SET asked = ?, first_asked = ?, next_asked = ?, next_try = ? WHERE id = ? AND " + NOT_OVER,
                asking.tries(),
                asking.first().toEpochMilli(),
                asking.next().toEpochMilli(),
                asking.next().toEpochMilli(),
                runId);
    }

    void goOn(String runId) {
        database.update("UPDATE run SET next_try = NULL WHERE id = ?", runId);
    }

    /** It fetches what it has gaps instead of; once. */
    boolean refill(String runId) {
        return database.update("""
                UPDATE run SET state = 'FETCHING', generation = generation + 1, refilling =
                (SELECT COUNT(*) FROM request WHERE run_id = run.id AND gap_kind IS NOT NULL AND postponed IS NULL)
                WHERE id = ? AND refilling IS NULL AND state IN ('SEALED', 'DELIVERING')""", runId) > 0;
    }

    boolean move(String runId, Run.State state) {
        return database.update(
                        "UPDATE run SET state = ?, ended = ?" + (state.isFinal() ? ", next_try = NULL" : "")
                                + " WHERE id = ? AND state IN (" + states(before -> before.leadsTo(state)) + ")",
                        state.name(),
                        state.isFinal() ? clock.millis() : null,
                        runId)
                > 0;
    }

    /** @param state failed, or what comes before that */
    boolean fail(String runId, RunFailure failure, Run.State state) {
        return database.update(
                        "UPDATE run SET state = ?, failure_kind = ?, failure_cause = ?, ended = ?, next_try = NULL WHERE id = ? AND "
                                + NOT_OVER,
                        state.name(),
                        failure.kind().name(),
                        failure.cause(),
                        state.isFinal() ? clock.millis() : null,
                        runId)
                > 0;
    }

    /** What it asks by now; false where it is too late for that. */
    boolean ask(String runId, String questions) {
        return database.update(
                        "UPDATE run SET questions = ? WHERE id = ? AND state IN ("
                                + states(state -> state.leadsTo(Run.State.SEALED)) + ")",
                        questions,
                        runId)
                > 0;
    }

    List<String> settledBefore(Instant instant) {
        return database.query(line -> line.getString(1), "SELECT id FROM run WHERE " + SETTLED, instant.toEpochMilli());
    }

    /** Removes those, with all that belongs to them. */
    int forgetSettledBefore(Instant instant) {
        for (String table : List.of("run_note", "request", "delivery")) {
            database.update(
                    "DELETE FROM " + table + " WHERE run_id IN (SELECT id FROM run WHERE " + SETTLED + ")",
                    instant.toEpochMilli());
        }
        return database.update("DELETE FROM run WHERE " + SETTLED, instant.toEpochMilli());
    }
}
