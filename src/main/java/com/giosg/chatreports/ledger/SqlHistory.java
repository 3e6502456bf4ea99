package com.giosg.chatreports.ledger;

import com.giosg.chatreports.ledger.RunSummary.Missing;
import com.giosg.chatreports.ledger.RunSummary.SinkSummary;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.SideRequests;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Asks about many runs at once, and lets the database count. */
record SqlHistory(Database database, LedgerRows rows) implements History {

    /** So many runs are asked about in one statement, always: each other number would be a statement of its own, kept for good. */
    private static final int CHUNK = 50;

    private static final String THESE = "run_id IN (" + String.join(", ", Collections.nCopies(CHUNK, "?")) + ")";

    private static final String NOTES = "SELECT run_id, note FROM run_note WHERE " + THESE + " ORDER BY run_id, place";

    /** Those that only measure figures count neither here nor in what commands print. */
    private static final String REQUESTS = """
            SELECT run_id, gap_kind, gap_cause, CASE WHEN postponed IS NULL THEN 0 ELSE 1 END AS waits, COUNT(*) AS requests, SUM(part_rows) AS part_rows
            FROM request WHERE id NOT LIKE '%s%%' AND %s
            GROUP BY run_id, gap_kind, gap_cause, waits ORDER BY run_id, MIN(place)""".formatted(SideRequests.PREFIX, THESE);

    private static final String DELIVERIES = """
            SELECT run_id, delivery.generation AS made, sink, CASE number WHEN 0 THEN 1 ELSE 0 END AS notice, COUNT(*) AS artifacts,
            SUM(CASE state WHEN 'CONFIRMED' THEN 1 ELSE 0 END) AS confirmed,
            SUM(CASE state WHEN 'FAILED' THEN 1 ELSE 0 END) AS failed,
            SUM(CASE state WHEN 'WAITING' THEN 1 ELSE 0 END) AS waiting,
            SUM(CASE WHEN (file LIKE '%%.html' OR file LIKE '%%.eml') AND size >= 0 THEN 1 ELSE 0 END) AS pages,
            MIN(CASE WHEN (file LIKE '%%.html' OR file LIKE '%%.eml') AND size >= 0 THEN number END) AS page,
            COALESCE(MIN(CASE WHEN state IN ('FAILED', 'WAITING') THEN detail END),
            MAX(CASE WHEN state = 'CONFIRMED' THEN detail END), '') AS detail
            FROM delivery WHERE %s
            GROUP BY run_id, made, sink, notice ORDER BY run_id, MIN(delivery.place)""".formatted(THESE);

    @Override
    public List<RunSummary> latest(int most) {
        return summaries(database.query(
                rows::run, "SELECT * FROM run WHERE state <> 'SKIPPED' ORDER BY place DESC LIMIT ?", most));
    }

    @Override
    public List<RunSummary> lastOfEach() {
        return summaries(database.query(rows::run, """
                SELECT * FROM run WHERE place IN
                (SELECT MAX(place) FROM run WHERE state <> 'SKIPPED' GROUP BY report, organization)"""));
    }

    @Override
    public List<Run> skipped(int most) {
        List<Run> runs = database.query(
                rows::run, "SELECT * FROM run WHERE state = 'SKIPPED' ORDER BY place DESC LIMIT ?", most);
        Map<String, List<String>> notes = notes(runs);
        return runs.stream().map(run -> noted(run, notes)).toList();
    }

    @Override
    public Optional<RunSummary> summary(String runId) {
        return summaries(database.query(rows::run, "SELECT * FROM run WHERE id = ?", runId)).stream()
                .findFirst();
    }

    private List<RunSummary> summaries(List<Run> runs) {
        Map<String, List<String>> notes = notes(runs);
        Map<String, List<Asked>> asked = byRun(runs, REQUESTS, SqlHistory::asked);
        Map<String, List<Made>> made = byRun(runs, DELIVERIES, SqlHistory::made);
        return runs.stream()
                .map(run -> summary(
                        noted(run, notes),
                        asked.getOrDefault(run.id(), List.of()),
                        Generations.latest(run, made.getOrDefault(run.id(), List.of()), Made::generation).stream()
                                .map(Made::sink)
                                .toList()))
                .toList();
    }

    private Map<String, List<String>> notes(List<Run> runs) {
        return byRun(runs, NOTES, line -> line.getString("note"));
    }

    private static Run noted(Run run, Map<String, List<String>> notes) {
        return notes.getOrDefault(run.id(), List.of()).stream().reduce(run, Run::noted, (first, second) -> second);
    }

    private static RunSummary summary(Run run, List<Asked> asked, List<SinkSummary> sinks) {
        return new RunSummary(
                run,
                asked.stream().mapToInt(Asked::requests).sum(),
                asked.stream().mapToLong(Asked::rows).sum(),
                asked.stream().flatMap(each -> each.missing().stream()).toList(),
                sinks);
    }

    /** What several requests of a run have in common. */
    private record Asked(int requests, long rows, Optional<Missing> missing) {}

    private static Asked asked(ResultSet line) throws SQLException {
        String kind = line.getString("gap_kind");
        int requests = line.getInt("requests");
        Optional<Missing> missing = kind == null
                ? Optional.empty()
                : Optional.of(new Missing(
                        FailureKind.valueOf(kind), line.getString("gap_cause"), requests, line.getInt("waits") != 0));
        return new Asked(requests, line.getLong("part_rows"), missing);
    }

    /** What became of the artifacts of one generation at a sink. */
    private record Made(int generation, SinkSummary sink) {}

    private static Made made(ResultSet line) throws SQLException {
        return new Made(line.getInt("made"), sink(line));
    }

    private static SinkSummary sink(ResultSet line) throws SQLException {
        return new SinkSummary(
                line.getString("sink"),
                line.getInt("notice") != 0,
                line.getInt("artifacts"),
                line.getInt("confirmed"),
                line.getInt("failed"),
                line.getInt("waiting"),
                line.getInt("pages"),
                line.getInt("pages") == 1 ? Optional.of(line.getInt("page")) : Optional.empty(),
                line.getString("detail"));
    }

    private record OfRun<T>(String runId, T value) {}

    private <T> Map<String, List<T>> byRun(List<Run> runs, String sql, Database.Reader<T> reader) {
        List<OfRun<T>> found = new ArrayList<>();
        for (int first = 0; first < runs.size(); first += CHUNK) {
            Object[] ids = new Object[CHUNK];
            for (int index = first; index < Math.min(first + CHUNK, runs.size()); index++) {
                ids[index - first] = runs.get(index).id();
            }
            found.addAll(database.query(line -> new OfRun<>(line.getString("run_id"), reader.read(line)), sql, ids));
        }
        return found.stream()
                .collect(Collectors.groupingBy(OfRun::runId, Collectors.mapping(OfRun::value, Collectors.toList())));
    }
}
