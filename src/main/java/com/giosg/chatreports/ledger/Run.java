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
 * @param questions a hash of what the report asked when the run was planned
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
        String questions,
        State state,
        List<String> notes,
        Optional<RunFailure> failure) {

    public static Run planned(Report report, Organization organization, Instant due, Window window) {
        String id = RunId.of(report.name(), organization.key(), due);
        return new Run(
                id,
                report.name(),
                organization.key(),
                due,
                window,
                Questions.of(report, organization),
                State.PLANNED,
                List.of(),
                Optional.empty());
    }

    /** A hash of what a report asks. */
    public static String questions(Report report, Organization organization) {
        return Questions.of(report, organization);
    }

    /** Whether the report still asks what it asked when the run was planned. */
    public boolean asks(Report current, Organization of) {
        return questions.equals(Questions.of(current, of));
    }

    Run asking(String other) {
        return new Run(id, report, organization, due, window, other, state, notes, failure);
    }

    /** Back among those that are not over. */
    Run again(State next) {
        return new Run(id, report, organization, due, window, questions, next, notes, Optional.empty());
    }

    Run in(State next) {
        return new Run(id, report, organization, due, window, questions, next, notes, failure);
    }

    Run failed(RunFailure cause) {
        return new Run(id, report, organization, due, window, questions, State.FAILED, notes, Optional.of(cause));
    }

    Run noted(String note) {
        List<String> more = Stream.concat(notes.stream(), Stream.of(note)).toList();
        return new Run(id, report, organization, due, window, questions, state, more, failure);
    }

    /** How far a run is. */
    public enum State {
        PLANNED,
        FETCHING,
        SEALED,
        DELIVERING,
        DONE,
        DONE_WITH_GAPS,
        FAILED,
        /** Somebody stopped it. */
        CANCELLED;

        /** Whether nothing more happens to the run by itself. */
        public boolean isFinal() {
            return compareTo(DONE) >= 0;
        }

        /** Whether its artifacts are made: nothing is asked any more. */
        public boolean isSealed() {
            return this == SEALED || this == DELIVERING;
        }

        /** Runs go forward only, and what is over is over. */
        boolean leadsTo(State next) {
            return !isFinal() && next.compareTo(this) > 0;
        }
    }
}
