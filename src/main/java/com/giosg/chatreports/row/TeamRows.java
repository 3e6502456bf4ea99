package com.giosg.chatreports.row;

import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.names.Team;
import com.giosg.chatreports.row.Row.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The rows of one team out of those of all. */
public final class TeamRows {

    private final Team team;

    private TeamRows(Team team) {
        this.team = team;
    }

    /**
     * A part with the team's rows for each part that has figures by team; what is asked by user or as a whole is left out.
     *
     * @param parts in the order of the rows
     * @param folder where they are written to; it exists
     */
    public static List<Part> of(Team team, List<Part> parts, Path folder) throws IOException {
        TeamRows rows = new TeamRows(team);
        List<Part> ofTeam = new ArrayList<>();
        for (Part part : parts) {
            if (isByTeam(part)) {
                ofTeam.add(rows.of(part, folder));
            }
        }
        return ofTeam;
    }

    /** The ids of the teams that have figures. */
    public static Set<String> answered(List<Part> parts) throws IOException {
        Set<String> ids = new HashSet<>();
        for (Part part : parts) {
            if (isByTeam(part)) {
                try (Stream<Row> rows = PartReader.rows(part)) {
                    rows.filter(row -> row.status() != Status.GAP)
                            .map(Row::subjectId)
                            .forEach(ids::add);
                }
            }
        }
        return ids;
    }

    /** The rows of a part have one scope. */
    private static boolean isByTeam(Part part) throws IOException {
        try (Stream<Row> rows = PartReader.rows(part)) {
            return rows.findFirst()
                    .filter(row -> row.scope().equals(Scope.TEAM.id()))
                    .isPresent();
        }
    }

    private Part of(Part part, Path folder) throws IOException {
        try (PartFile file = new PartFile(folder.resolve(part.file().getFileName()))) {
            long before = append(part, file, false);
            if (before == 0) {
                append(part, file, true);
            }
            return file.seal();
        }
    }

    /**
     * @param missed those of a question that was not answered, which may not know of the team: a gap of its own for each bucket
     */
    private long append(Part part, PartFile file, boolean missed) throws IOException {
        Cells about = Cells.of(team.id(), team.name());
        Set<String> buckets = new HashSet<>();
        long count = 0;
        try (Stream<Row> rows = PartReader.rows(part)) {
            for (Iterator<Row> each = rows.iterator(); each.hasNext(); ) {
                Row row = each.next();
                boolean wanted = missed
                        ? row.status() == Status.GAP && buckets.add(row.bucketStart())
                        : row.subjectId().equals(team.id());
                if (wanted) {
                    file.append(List.of(new Row(row.figure(), about, row.bucket(), row.value(), row.qualifiers())));
                    count++;
                }
            }
        }
        return count;
    }
}
