package com.giosg.chatreports.ledger;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.request.SlowPhase;
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
 * @param asking since not everything was answered: how often it was asked so far
 * @param nextTry until then nothing is done about it
 * @param refilling how many gaps it went out with, where these are asked again
 * @param generation from 1: how often its report was made, the time that is going included
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
        Optional<RunFailure> failure,
        Optional<SlowPhase> asking,
        Optional<Instant> nextTry,
        Optional<Integer> refilling,
        int generation) {

    /** What stands in the place of the questions of a run that has to find out first what it asks. */
    private static final String UNKNOWN = "";

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
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }

    /** The run of a due instant, which decides the window. */
    static Run of(Report report, Organization organization, Instant due) {
        return planned(report, organization, due, report.window().resolve(due, report.zoneFor(organization)));
    }

    /** One that fell due and is not made. Whoever takes it up nevertheless asks what the report asks by then. */
    static Run skipped(Report report, Organization organization, Instant due, String why) {
        return of(report, organization, due).asking(UNKNOWN).in(State.SKIPPED).noted(why);
    }

    /** Whether a text may be the id of a run. */
    public static boolean isId(String text) {
        return RunId.is(text);
    }

    /** A hash of what a report asks. */
    public static String questions(Report report, Organization organization) {
        return Questions.of(report, organization);
    }

    /** Whether the report still asks what it asked when the run was planned. */
    public boolean asks(Report current, Organization of) {
        return questions.equals(Questions.of(current, of));
    }

    /**
     * Whether it waits for its sinks to be there again, or for gaps that its readers know of: no reason for the next run of
     * its report to wait as well.
     */
    public boolean waitsAside() {
        return (state.isSealed() || refilling.isPresent()) && nextTry.isPresent();
    }

    Run asking(String other) {
        return copy(other, state, notes, failure, asking, nextTry);
    }

    /** Back among those that are not over. Why it was skipped is nothing to know any more. */
    Run again(State next) {
        List<String> kept = state == State.SKIPPED ? List.of() : notes;
        return copy(questions, next, kept, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** As if it had just been planned, to be made once more. */
    Run anew() {
        return new Run(
                id,
                report,
                organization,
                due,
                window,
                UNKNOWN,
                State.PLANNED,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                generation + 1);
    }

    Run in(State next) {
        return copy(questions, next, notes, failure, asking, next.isFinal() ? Optional.empty() : nextTry);
    }

    Run failed(RunFailure cause, boolean over) {
        return copy(
                questions, over ? State.FAILED : State.DELIVERING, notes, Optional.of(cause), asking, Optional.empty());
    }

    Run noted(String note) {
        List<String> more = Stream.concat(notes.stream(), Stream.of(note)).toList();
        return copy(questions, state, more, failure, asking, nextTry);
    }

    Run asked(SlowPhase phase) {
        return copy(questions, state, notes, failure, Optional.of(phase), Optional.of(phase.next()));
    }

    Run resting(Optional<Instant> until) {
        return copy(questions, state, notes, failure, asking, until);
    }

    private Run copy(
            String otherQuestions,
            State otherState,
            List<String> otherNotes,
            Optional<RunFailure> otherFailure,
            Optional<SlowPhase> otherAsking,
            Optional<Instant> otherNextTry) {
        return new Run(
                id,
                report,
                organization,
                due,
                window,
                otherQuestions,
                otherState,
                otherNotes,
                otherFailure,
                otherAsking,
                otherNextTry,
                refilling,
                generation);
    }

    Run refilling(int gaps, SlowPhase phase) {
        return new Run(
                id,
                report,
                organization,
                due,
                window,
                questions,
                State.FETCHING,
                notes,
                failure,
                Optional.of(phase),
                Optional.of(phase.next()),
                Optional.of(gaps),
                generation + 1);
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
        CANCELLED,
        /** It fell due, and nobody made it. */
        SKIPPED;

        /** Whether nothing more happens to the run by itself. */
        public boolean isFinal() {
            return compareTo(DONE) >= 0;
        }

        /** Whether it came to an end without having been done: somebody may want it done nevertheless. */
        boolean canBeTakenUp() {
            return this == FAILED || this == CANCELLED || this == SKIPPED;
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
