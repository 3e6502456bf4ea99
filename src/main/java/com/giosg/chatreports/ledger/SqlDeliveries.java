package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.SlowPhase;
import java.time.Instant;
import java.util.List;

/** What became of the deliveries of runs. */
record SqlDeliveries(Database database, LedgerRows rows) {

    void note(Delivery delivery) {
        database.update(
                """
                INSERT INTO delivery (run_id, sink, number, place, file_name, file, size, checksum, state, detail,
                earlier, tries, first_try, next_try, generation, team)
                SELECT id, ?, ?, (SELECT COUNT(*) FROM delivery WHERE run_id = run.id), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                FROM run WHERE id = ?
                ON CONFLICT (run_id, sink, number) DO UPDATE SET state = excluded.state, detail = excluded.detail,
                earlier = excluded.earlier,
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
                delivery.earlier().isEmpty() ? null : String.join("\n", delivery.earlier()),
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

    List<Delivery> of(String runId) {
        return database.query(rows::delivery, "SELECT * FROM delivery WHERE run_id = ? ORDER BY place", runId);
    }

    /** Those of one generation that did not arrive are made again. */
    void openFailed(String runId, int generation) {
        database.update("""
                UPDATE delivery SET state = 'PENDING', detail = '', earlier = NULL, tries = NULL, first_try = NULL, next_try = NULL
                WHERE run_id = ? AND generation = ? AND state IN ('FAILED', 'WAITING')""", runId, generation);
    }

    /** Those of one generation that did not arrive are none any more. */
    void forgetUnconfirmed(String runId, int generation) {
        database.update(
                "DELETE FROM delivery WHERE run_id = ? AND generation = ? AND state <> 'CONFIRMED'", runId, generation);
    }
}
