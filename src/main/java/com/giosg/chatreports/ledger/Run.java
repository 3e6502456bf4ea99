package com.giosg.chatreports.ledger;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.time.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One report for one organization at one due instant.
 *
 * @param id a hash of these three
 * @param report name of the report
 * @param organization key of the organization
 * @param due when it fell due, or when somebody started it by hand
 * @param window follows from the due instant, unless given by hand
 * @param state how far it is
 * @param notes what readers of its report should know besides
 * @param failure why it came to nothing, where neither a gap nor a delivery says so
 */
public record Run(
        String id,
        String report,
        String organization,
        Instant due,
        Window window,
        State state,
        List<String> notes,
        Optional<RunFailure> failure) {

    public static Run planned(Report report, Organization organization, Instant due, Window window) {
        String id = RunId.of(report.name(), organization.key(), due);
        return new Run(id, report.name(), organization.key(), due, window, State.PLANNED, List.of(), Optional.empty());
    }

    Run in(State next) {
        return new Run(id, report, organization, due, window, next, notes, failure);
    }

    Run failed(RunFailure cause) {
        return new Run(id, report, organization, due, window, State.FAILED, notes, Optional.of(cause));
    }

    Run noted(String note) {
        List<String> more = Stream.concat(notes.stream(), Stream.of(note)).toList();
        return new Run(id, report, organization, due, window, state, more, failure);
    }

    /** How far a run is. */
    public enum State {
        PLANNED,
        FETCHING,
        SEALED,
        DELIVERING,
        DONE,
        DONE_WITH_GAPS,
        FAILED;

        /** Whether nothing more happens to the run by itself. */
        public boolean isFinal() {
            return this == DONE || this == DONE_WITH_GAPS || this == FAILED;
        }
    }
}
