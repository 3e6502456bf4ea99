package com.giosg.chatreports.ledger;

import com.giosg.chatreports.row.Part;
import java.util.List;
import java.util.Optional;

/** What became of the requests of runs. */
record SqlRequests(Database database, LedgerRows rows) {

    void ask(String runId, List<String> requestIds) {
        for (int place = 0; place < requestIds.size(); place++) {
            database.update(
                    "INSERT INTO request (run_id, id, place) VALUES (?, ?, ?)", runId, requestIds.get(place), place);
        }
    }

    void forget(String runId) {
        database.update("DELETE FROM request WHERE run_id = ?", runId);
    }

    List<RequestEntry> of(String runId) {
        return database.query(rows::request, "SELECT * FROM request WHERE run_id = ? ORDER BY place", runId);
    }

    void settle(RequestEntry request) {
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

    void postponeGaps(String runId) {
        database.update("UPDATE request SET postponed = 1 WHERE run_id = ? AND gap_kind IS NOT NULL", runId);
    }

    void giveUpPostponed(String runId) {
        database.update("UPDATE request SET postponed = NULL WHERE run_id = ? AND postponed IS NOT NULL", runId);
    }

    /** What could not be had is to be asked again. */
    void openGaps(String runId) {
        database.update("""
                UPDATE request SET gap_kind = NULL, gap_cause = NULL, gap_tries = NULL, postponed = NULL
                WHERE run_id = ? AND gap_kind IS NOT NULL""", runId);
    }
}
