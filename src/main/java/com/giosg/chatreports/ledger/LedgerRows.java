package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.SlowPhase;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.SealedFile;
import com.giosg.chatreports.time.Window;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a line of each table stands for.
 *
 * @param data the folder that files are named from
 */
record LedgerRows(Path data) {

    /** Without its notes, which are a table of their own. */
    Run run(ResultSet line) throws SQLException {
        return new Run(
                line.getString("id"),
                line.getString("report"),
                line.getString("organization"),
                Instant.ofEpochMilli(line.getLong("due")),
                new Window(
                        LocalDate.parse(line.getString("first_day")),
                        LocalDate.parse(line.getString("last_day")),
                        ZoneId.of(line.getString("zone"))),
                line.getString("questions"),
                Run.State.valueOf(line.getString("state")),
                List.of(),
                failure(line),
                slowPhase(line, "asked", "first_asked", "next_asked"),
                instant(line, "next_try"),
                number(line, "refilling"),
                line.getInt("generation"));
    }

    private static Optional<Integer> number(ResultSet line, String column) throws SQLException {
        int number = line.getInt(column);
        return line.wasNull() ? Optional.empty() : Optional.of(number);
    }

    private static Optional<Instant> instant(ResultSet line, String column) throws SQLException {
        long millis = line.getLong(column);
        return line.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static Optional<SlowPhase> slowPhase(ResultSet line, String tries, String first, String next)
            throws SQLException {
        int tried = line.getInt(tries);
        return line.wasNull()
                ? Optional.empty()
                : Optional.of(new SlowPhase(
                        tried, Instant.ofEpochMilli(line.getLong(first)), Instant.ofEpochMilli(line.getLong(next))));
    }

    private static Optional<RunFailure> failure(ResultSet line) throws SQLException {
        String kind = line.getString("failure_kind");
        return kind == null
                ? Optional.empty()
                : Optional.of(new RunFailure(FailureKind.valueOf(kind), line.getString("failure_cause")));
    }

    RequestEntry request(ResultSet line) throws SQLException {
        boolean postponed = line.getLong("postponed") != 0;
        Optional<Gap> failure = gap(line);
        return new RequestEntry(
                line.getString("run_id"),
                line.getString("id"),
                part(line),
                failure.filter(gap -> !postponed),
                failure.filter(gap -> postponed));
    }

    private Optional<Part> part(ResultSet line) throws SQLException {
        String file = line.getString("part_file");
        return file == null
                ? Optional.empty()
                : Optional.of(new Part(
                        data.resolve(file),
                        line.getLong("part_rows"),
                        line.getLong("part_checksum"),
                        line.getLong("part_guarded") != 0));
    }

    private static Optional<Gap> gap(ResultSet line) throws SQLException {
        String kind = line.getString("gap_kind");
        return kind == null
                ? Optional.empty()
                : Optional.of(
                        new Gap(FailureKind.valueOf(kind), line.getString("gap_cause"), line.getInt("gap_tries")));
    }

    Delivery delivery(ResultSet line) throws SQLException {
        return new Delivery(
                line.getString("run_id"),
                line.getString("sink"),
                line.getInt("number"),
                line.getString("file_name"),
                new SealedFile(data.resolve(line.getString("file")), line.getLong("size"), line.getLong("checksum")),
                progress(line),
                line.getInt("generation"),
                Optional.ofNullable(line.getString("team")));
    }

    private static DeliveryProgress progress(ResultSet line) throws SQLException {
        return new DeliveryProgress(
                Delivery.State.valueOf(line.getString("state")),
                line.getString("detail"),
                Optional.ofNullable(line.getString("earlier")).stream()
                        .flatMap(String::lines)
                        .toList(),
                slowPhase(line, "tries", "first_try", "next_try"));
    }

    /** From the data folder where it is in there, so that the folder can be moved. */
    String name(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = data.toAbsolutePath().normalize();
        return (whole.startsWith(folder) ? folder.relativize(whole) : whole).toString();
    }
}
