package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.SlowPhase;
import com.giosg.chatreports.row.Part;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A ledger that outlasts the process. Whatever a method notes is on disk when it returns. States change by compare and
 * set, so that whoever comes second changes nothing.
 */
public final class SqlLedger implements Ledger, AutoCloseable {

    private static final String NOT_OVER = "state IN (" + states(state -> !state.isFinal()) + ")";

    /** Nothing of it is left to do, for anybody. */
    private static final String SETTLED =
            "state IN (" + states(state -> state.isFinal() && state != Run.State.FAILED) + ") AND ended < ?";

    private static final String RUNS = "SELECT * FROM run WHERE ";

    private final Database database;
    private final LedgerRows rows;
    private final InstantSource clock;

    /**
     * A ledger in a database whose tables are up to date.
     *
     * @param data the folder that files are named from
     * @param clock says when runs ended
     */
    SqlLedger(Database database, Path data, InstantSource clock) {
        this.database = database;
        this.rows = new LedgerRows(data);
        this.clock = clock;
    }

    /** For behind an IN, which must not be left without any. */
    private static String states(Predicate<Run.State> wanted) {
        return Arrays.stream(Run.State.values())
                .filter(wanted)
                .map(state -> "'" + state + "'")
                .reduce((one, another) -> one + ", " + another)
                .orElse("NULL");
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
        int inserted = database.update(
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
                run.state().isFinal() ? clock.millis() : null);
        if (inserted == 0) {
            return false;
        }
        run.notes().forEach(note -> note(run.id(), note));
        ask(run.id(), requestIds);
        return true;
    }

    private void ask(String runId, List<String> requestIds) {
        for (int place = 0; place < requestIds.size(); place++) {
            database.update(
                    "INSERT INTO request (run_id, id, place) VALUES (?, ?, ?)", runId, requestIds.get(place), place);
        }
    }

    @Override
    public Optional<Instant> cursor(String report, String organization) {
        return database.first(
                line -> Instant.ofEpochMilli(line.getLong(1)),
                "SELECT settled FROM schedule_cursor WHERE report = ? AND organization = ?",
                report,
                organization);
    }

    @Override
    public boolean pass(String report, String organization, Instant until, List<Run> skipped) {
        return database.transaction(() -> moveCursor(report, organization, until, skipped));
    }

    private boolean moveCursor(String report, String organization, Instant until, List<Run> skipped) {
        int moved = database.update("""
                INSERT INTO schedule_cursor (report, organization, settled) VALUES (?, ?, ?)
                ON CONFLICT (report, organization) DO UPDATE SET settled = excluded.settled
                WHERE excluded.settled > schedule_cursor.settled""", report, organization, until.toEpochMilli());
        if (moved > 0) {
            skipped.forEach(run -> insert(run, List.of()));
        }
        return moved > 0;
    }

    @Override
    public Optional<Run> run(String runId) {
        return database.first(rows::run, RUNS + "id = ?", runId).map(this::withNotes);
    }

    private Run withNotes(Run run) {
        List<String> notes = database.query(
                line -> line.getString(1), "SELECT note FROM run_note WHERE run_id = ? ORDER BY place", run.id());
        return notes.stream().reduce(run, Run::noted, (first, second) -> second);
    }

    /** Days are written so that their order is that of time. */
    @Override
    public List<Run> before(Run run, int most) {
        return runs(
                RUNS + "report = ? AND organization = ? AND state IN ('DONE', 'DONE_WITH_GAPS') AND last_day < ?"
                        + " ORDER BY place DESC LIMIT ?",
                run.report(),
                run.organization(),
                run.window().firstDay().toString(),
                most);
    }

    @Override
    public List<Run> unfinished() {
        return runs(RUNS + NOT_OVER + " ORDER BY place");
    }

    @Override
    public List<String> ready(Instant now) {
        return database.query(
                line -> line.getString(1),
                "SELECT id FROM run WHERE " + NOT_OVER + " AND (next_try IS NULL OR next_try <= ?) ORDER BY place",
                now.toEpochMilli());
    }

    @Override
    public void rest(String runId, Instant until) {
        database.update("UPDATE run SET next_try = ? WHERE id = ? AND " + NOT_OVER, until.toEpochMilli(), runId);
    }

    @Override
    public void askLater(String runId, SlowPhase asking) {
        database.update(
                "UPDATE run SET asked = ?, first_asked = ?, next_asked = ?, next_try = ? WHERE id = ? AND " + NOT_OVER,
                asking.tries(),
                asking.first().toEpochMilli(),
                asking.next().toEpochMilli(),
                asking.next().toEpochMilli(),
                runId);
    }

    @Override
    public boolean refill(String runId, SlowPhase asking) {
        return database.transaction(() -> {
            int changed = database.update("""
                    UPDATE run SET state = 'FETCHING', generation = generation + 1, refilling =
                    (SELECT COUNT(*) FROM request WHERE run_id = run.id AND gap_kind IS NOT NULL AND postponed IS NULL)
                    WHERE id = ? AND refilling IS NULL AND state IN ('SEALED', 'DELIVERING')""", runId);
            if (changed > 0) {
                database.update("UPDATE request SET postponed = 1 WHERE run_id = ? AND gap_kind IS NOT NULL", runId);
                askLater(runId, asking);
            }
            return changed > 0;
        });
    }

    @Override
    public void goOn(String runId) {
        database.update("UPDATE run SET next_try = NULL WHERE id = ?", runId);
    }

    /** The same, for those who look back. */
    public History history() {
        return new SqlHistory(database, rows);
    }

    /** The runs that were planned last, the last one first. */
    public List<Run> latest(int most) {
        return runs("SELECT * FROM run ORDER BY place DESC LIMIT ?", most);
    }

    /** The runs that failed and can be retried, in the order in which they were planned. */
    public List<Run> failed() {
        return runs(RUNS + "state = 'FAILED' ORDER BY place");
    }

    /** The ids of the runs that ended before the instant and that did not fail. */
    List<String> settledBefore(Instant instant) {
        return database.query(line -> line.getString(1), "SELECT id FROM run WHERE " + SETTLED, instant.toEpochMilli());
    }

    /** Removes those from the ledger. Cursors stay. */
    void forgetSettledBefore(Instant instant) {
        database.transaction(() -> {
            for (String table : List.of("run_note", "request", "delivery")) {
                database.update(
                        "DELETE FROM " + table + " WHERE run_id IN (SELECT id FROM run WHERE " + SETTLED + ")",
                        instant.toEpochMilli());
            }
            return database.update("DELETE FROM run WHERE " + SETTLED, instant.toEpochMilli());
        });
    }

    private List<Run> runs(String sql, Object... values) {
        return database.query(rows::run, sql, values).stream()
                .map(this::withNotes)
                .toList();
    }

    @Override
    public boolean move(String runId, Run.State state) {
        return database.update(
                        "UPDATE run SET state = ?, ended = ?" + (state.isFinal() ? ", next_try = NULL" : "")
                                + " WHERE id = ? AND state IN (" + states(before -> before.leadsTo(state)) + ")",
                        state.name(),
                        state.isFinal() ? clock.millis() : null,
                        runId)
                > 0;
    }

    @Override
    public boolean fail(String runId, RunFailure failure, List<Delivery> notices) {
        Run.State state = notices.isEmpty() ? Run.State.FAILED : Run.State.DELIVERING;
        return database.transaction(() -> {
            boolean failed = database.update(
                            "UPDATE run SET state = ?, failure_kind = ?, failure_cause = ?, ended = ?, next_try = NULL WHERE id = ? AND "
                                    + NOT_OVER,
                            state.name(),
                            failure.kind().name(),
                            failure.cause(),
                            state.isFinal() ? clock.millis() : null,
                            runId)
                    > 0;
            if (failed) {
                notices.forEach(this::note);
            }
            return failed;
        });
    }

    @Override
    public void replan(String runId, String questions, List<String> requestIds) {
        database.transaction(() -> {
            int changed = database.update(
                    "UPDATE run SET questions = ? WHERE id = ? AND state IN ("
                            + states(state -> state.leadsTo(Run.State.SEALED)) + ")",
                    questions,
                    runId);
            if (changed > 0) {
                database.update("DELETE FROM request WHERE run_id = ?", runId);
                ask(runId, requestIds);
            }
            return changed;
        });
    }

    @Override
    public void reopen(String runId, String requestId) {
        settle(RequestEntry.open(runId, requestId));
    }

    @Override
    public void seal(String runId, List<Delivery> deliveries) {
        database.transaction(() -> {
            boolean sealed = move(runId, Run.State.SEALED);
            if (sealed) {
                deliveries.forEach(this::note);
            }
            return sealed;
        });
    }

    @Override
    public boolean retry(String runId) {
        return database.transaction(() -> held(runId)
                .filter(run -> run.state().canBeTakenUp() || run.nextTry().isPresent())
                .map(this::takeUp)
                .isPresent());
    }

    /** Written to first, so that nobody else changes the run until the transaction is over. */
    private Optional<Run> held(String runId) {
        database.update("UPDATE run SET state = state WHERE id = ?", runId);
        return run(runId);
    }

    private Run takeUp(Run run) {
        boolean asksAgain = deliveries(run.id()).stream()
                        .filter(delivery -> delivery.generation() == run.generation())
                        .allMatch(Delivery::isNotice)
                || requests(run.id()).stream()
                        .anyMatch(request -> request.postponed().isPresent());
        begin(run.id(), asksAgain ? Run.State.PLANNED : Run.State.DELIVERING);
        if (run.state() == Run.State.SKIPPED) {
            database.update("DELETE FROM run_note WHERE run_id = ?", run.id());
        }
        openAgain(run, asksAgain);
        return run;
    }

    /** Back among those that are not over. */
    private void begin(String runId, Run.State state) {
        database.update("""
                UPDATE run SET state = ?, failure_kind = NULL, failure_cause = NULL, ended = NULL,
                asked = NULL, first_asked = NULL, next_asked = NULL, next_try = NULL
                WHERE id = ?""", state.name(), runId);
    }

    private void openAgain(Run run, boolean asksAgain) {
        if (!asksAgain) {
            database.update("""
                    UPDATE delivery SET state = 'PENDING', detail = '', tries = NULL, first_try = NULL, next_try = NULL
                    WHERE run_id = ? AND generation = ? AND state IN ('FAILED', 'WAITING')""", run.id(), run.generation());
        } else {
            // Notices that nobody got: there may be nothing to notice any more.
            database.update(
                    "DELETE FROM delivery WHERE run_id = ? AND generation = ? AND state <> 'CONFIRMED'",
                    run.id(),
                    run.generation());
            database.update("""
                    UPDATE request SET gap_kind = NULL, gap_cause = NULL, gap_tries = NULL, postponed = NULL
                    WHERE run_id = ? AND gap_kind IS NOT NULL""", run.id());
        }
    }

    @Override
    public boolean anew(String runId) {
        return database.transaction(() -> held(runId)
                .filter(run -> run.state().isFinal())
                .map(this::beginAnew)
                .isPresent());
    }

    private Run beginAnew(Run run) {
        Run anew = run.anew();
        begin(run.id(), anew.state());
        database.update(
                "UPDATE run SET questions = ?, generation = ?, refilling = NULL WHERE id = ?",
                anew.questions(),
                anew.generation(),
                run.id());
        for (String table : List.of("run_note", "request")) {
            database.update("DELETE FROM " + table + " WHERE run_id = ?", run.id());
        }
        deliveries(run.id()).forEach(open -> note(open.in(Delivery.State.FAILED, SUPERSEDED)));
        return anew;
    }

    @Override
    public void note(String runId, String note) {
        database.update("""
                INSERT INTO run_note (run_id, place, note)
                SELECT id, (SELECT COALESCE(MAX(place), 0) + 1 FROM run_note WHERE run_id = run.id), ?
                FROM run WHERE id = ?""", note, runId);
    }

    @Override
    public List<RequestEntry> requests(String runId) {
        return database.query(rows::request, "SELECT * FROM request WHERE run_id = ? ORDER BY place", runId);
    }

    @Override
    public void answered(String runId, String requestId, Part part) {
        settle(RequestEntry.answered(runId, requestId, part));
    }

    @Override
    public void gap(String runId, String requestId, Gap gap) {
        settle(RequestEntry.gap(runId, requestId, gap));
    }

    @Override
    public void postpone(String runId, String requestId, Gap failure) {
        settle(RequestEntry.postponed(runId, requestId, failure));
    }

    @Override
    public void giveUpPostponed(String runId) {
        database.update("UPDATE request SET postponed = NULL WHERE run_id = ? AND postponed IS NOT NULL", runId);
    }

    private void settle(RequestEntry request) {
        Optional<Part> part = request.part();
        Optional<Gap> gap = request.gap().or(request::postponed);
        database.update(
                """
                UPDATE request SET part_file = ?, part_rows = ?, part_checksum = ?, part_guarded = ?,
                gap_kind = ?, gap_cause = ?, gap_tries = ?, postponed = ? WHERE run_id = ? AND id = ?""",
                part.map(rows -> this.rows.name(rows.file())).orElse(null),
                part.map(Part::rows).orElse(null),
                part.map(Part::checksum).orElse(null),
                part.map(rows -> rows.guarded() ? 1 : 0).orElse(null),
                gap.map(reason -> reason.kind().name()).orElse(null),
                gap.map(Gap::cause).orElse(null),
                gap.map(Gap::tries).orElse(null),
                request.postponed().isPresent() ? 1 : null,
                request.runId(),
                request.requestId());
    }

    @Override
    public void note(Delivery delivery) {
        database.update(
                """
                INSERT INTO delivery (run_id, sink, number, place, file_name, file, size, checksum, state, detail,
                tries, first_try, next_try, generation, team)
                SELECT id, ?, ?, (SELECT COUNT(*) FROM delivery WHERE run_id = run.id), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                FROM run WHERE id = ?
                ON CONFLICT (run_id, sink, number) DO UPDATE SET state = excluded.state, detail = excluded.detail,
                tries = excluded.tries, first_try = excluded.first_try, next_try = excluded.next_try,
                file_name = CASE WHEN delivery.size < 0 THEN excluded.file_name ELSE delivery.file_name END,
                file = CASE WHEN delivery.size < 0 THEN excluded.file ELSE delivery.file END,
                checksum = CASE WHEN delivery.size < 0 THEN excluded.checksum ELSE delivery.checksum END,
                team = CASE WHEN delivery.size < 0 THEN excluded.team ELSE delivery.team END,
                size = CASE WHEN delivery.size < 0 THEN excluded.size ELSE delivery.size END
                WHERE delivery.state NOT IN ('CONFIRMED', 'FAILED')""",
                delivery.sink(),
                delivery.number(),
                delivery.fileName(),
                rows.name(delivery.file()),
                delivery.artifact().size(),
                delivery.artifact().checksum(),
                delivery.state().name(),
                delivery.detail(),
                delivery.slowPhase().map(SlowPhase::tries).orElse(null),
                delivery.slowPhase()
                        .map(SlowPhase::first)
                        .map(Instant::toEpochMilli)
                        .orElse(null),
                delivery.slowPhase()
                        .map(SlowPhase::next)
                        .map(Instant::toEpochMilli)
                        .orElse(null),
                delivery.generation(),
                delivery.team().orElse(null),
                delivery.runId());
    }

    @Override
    public List<Delivery> deliveries(String runId) {
        return database.query(rows::delivery, "SELECT * FROM delivery WHERE run_id = ? ORDER BY place", runId);
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
