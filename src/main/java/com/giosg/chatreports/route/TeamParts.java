package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.names.Team;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.row.Cells;
import com.giosg.chatreports.row.FillRows;
import com.giosg.chatreports.row.GapRows;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.PartFile;
import com.giosg.chatreports.row.PartReader;
import com.giosg.chatreports.row.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of single teams. What was asked by user, or of the organization as a whole, is in none of them. */
final class TeamParts {

    private final ActiveRun run;
    private final List<Request> requests;
    private final List<Request> averages;
    private final Map<String, RequestEntry> entries;

    TeamParts(ActiveRun run, List<RequestEntry> entries) {
        this.run = run;
        this.entries = entries.stream().collect(Collectors.toMap(RequestEntry::requestId, Function.identity()));
        this.requests = byTeam(run.requests());
        this.averages = byTeam(run.sideRequests()).stream()
                .filter(request -> this.entries.get(request.id()).part().isPresent())
                .toList();
    }

    private static List<Request> byTeam(List<Request> requests) {
        return requests.stream()
                .filter(request -> request.scope() == Scope.TEAM)
                .toList();
    }

    /** The ids of the teams that occur in what was answered. */
    Set<String> answered() throws IOException {
        Set<String> ids = new HashSet<>();
        for (Request request : requests) {
            for (Part part : entries.get(request.id()).part().stream().toList()) {
                try (Stream<Row> rows = PartReader.rows(part)) {
                    rows.map(Row::subjectId).forEach(ids::add);
                }
            }
        }
        return ids;
    }

    /**
     * A part for each request by team: with the team's rows, or, where it does not occur in the answer, with what that says of
     * it, 0 where something is counted; and with gaps where there was no answer.
     *
     * @param folder where they are written to; it exists
     */
    List<Part> of(Team team, Path folder) throws IOException {
        return of(requests, team, folder);
    }

    /** The same of the averages of the whole window, as far as they could be had. */
    List<Part> averages(Team team, Path folder) throws IOException {
        return of(averages, team, folder);
    }

    private List<Part> of(List<Request> asked, Team team, Path folder) throws IOException {
        List<Part> parts = new ArrayList<>();
        for (Request request : asked) {
            try (PartFile file = new PartFile(folder.resolve(request.id() + ".csv"))) {
                file.append(rows(request, team));
                parts.add(file.seal());
            }
        }
        return parts;
    }

    private Iterable<Row> rows(Request request, Team team) throws IOException {
        List<String> id = List.of(team.id());
        RequestEntry entry = entries.get(request.id());
        if (entry.part().isEmpty()) {
            return GapRows.of(request, id, run.names(), run.askedAt());
        }
        List<Row> answered = answered(entry.part().get(), team);
        return answered.isEmpty() && request.fill() ? FillRows.of(request, id, run.names(), run.askedAt()) : answered;
    }

    private static List<Row> answered(Part part, Team team) throws IOException {
        Cells about = Cells.of(team.id(), team.name());
        try (Stream<Row> rows = PartReader.rows(part)) {
            return rows.filter(row -> row.subjectId().equals(team.id()))
                    .map(row -> new Row(row.figure(), about, row.bucket(), row.value(), row.qualifiers()))
                    .toList();
        }
    }
}
