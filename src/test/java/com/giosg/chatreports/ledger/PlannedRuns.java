package com.giosg.chatreports.ledger;

import com.giosg.chatreports.time.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Runs that were just planned, of a report that no configuration knows. */
public final class PlannedRuns {

    private static final LocalDate DAY = LocalDate.of(2020, 10, 29);
    private static final Window WINDOW = new Window(DAY, DAY, ZoneOffset.UTC);

    private PlannedRuns() {}

    public static Run planned(String id) {
        return planned(id, Instant.EPOCH);
    }

    static Run planned(String id, Instant due) {
        return planned(id, due, WINDOW);
    }

    static Run planned(String id, Instant due, Window window) {
        return planned(id, "daily", "acme", due, window);
    }

    static Run planned(String id, String report, String organization) {
        return planned(id, report, organization, Instant.EPOCH, WINDOW);
    }

    private static Run planned(String id, String report, String organization, Instant due, Window window) {
        return new Run(
                id,
                report,
                organization,
                due,
                window,
                "questions",
                Run.State.PLANNED,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
