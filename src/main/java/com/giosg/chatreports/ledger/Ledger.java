package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.SlowPhase;
import com.giosg.chatreports.row.Part;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was planned, asked and delivered. Every side effect is noted here before it happens and after. */
public interface Ledger {

    /** What became of deliveries that were not over when the next generation of their run began. */
    String SUPERSEDED = "the report was made anew";

    /** Notes a run and its open requests. False: the run is known already and nothing changed. */
    boolean plan(Run run, List<String> requestIds);

    /**
     * Notes a run that fell due with its open requests, those that are skipped before it, and moves the cursor to its due
     * instant: all of it or nothing. What is known already stays as it is. False: the cursor is there or beyond and nothing
     * changed, or the run itself is known already and nothing is to be done about it.
     */
    boolean planDue(Run run, List<String> requestIds, List<Run> skipped);

    /** Up to this instant all that fell due is planned or passed over. Empty: nobody has watched the report for it yet. */
    Optional<Instant> cursor(String report, String organization);

    /**
     * Moves the cursor on and notes the runs that are skipped before it: both or neither. False: it is there or beyond, and
     * nothing changed; it never moves back.
     */
    boolean pass(String report, String organization, Instant until, List<Run> skipped);

    Optional<Run> run(String runId);

    /**
     * The runs of the same report and organization whose reports went out, of windows that had ended when that of this one began:
     * the last one first.
     */
    List<Run> before(Run run, int most);

    /** The runs that are not over, in the order in which they were planned. */
    List<Run> unfinished();

    /** The ids of the runs that are not over and do not rest, in the order in which they were planned. */
    List<String> ready(Instant now);

    /** Notes that nothing is done about a run until then. One that is over does not rest. */
    void rest(String runId, Instant until);

    /** Notes that not everything was answered, and that the run rests until it is asked again. */
    void askLater(String runId, SlowPhase asking);

    /**
     * Begins the second generation of a run whose artifacts are all delivered: its gaps are open again and postponed. False:
     * it is not being delivered, or is refilled already, and nothing changed.
     */
    boolean refill(String runId, SlowPhase asking);

    /** Notes that a run does not rest any longer. */
    void goOn(String runId);

    /** Moves a run on. False: it is there or further already, or over, and nothing changed. */
    boolean move(String runId, Run.State state);

    /** Notes that nothing more can be done for a run, and why. False: it is over already, and nothing changed. */
    default boolean fail(String runId, RunFailure failure) {
        return fail(runId, failure, List.of());
    }

    /**
     * The same where somebody is to be told: the run is over once these are delivered.
     *
     * @param notices none: it is over at once
     */
    boolean fail(String runId, RunFailure failure, List<Delivery> notices);

    /**
     * Begins a run that is not sealed anew, with other questions: all of its requests are open, whatever was answered.
     *
     * @param questions a hash of what is asked now
     */
    void replan(String runId, String questions, List<String> requestIds);

    /** Notes that the rows of a request are lost: it is open again. */
    void reopen(String runId, String requestId);

    /**
     * Notes the artifacts of a run and moves it to {@link Run.State#SEALED}: both or neither. From here on it is never
     * asked again.
     */
    void seal(String runId, List<Delivery> deliveries);

    /**
     * Takes up at once a run that failed, rests, was stopped or skipped, as if it had never been tried: what was sealed goes
     * to the sinks that do not have it, else what is missing is asked. False: none is the case, and nothing changed.
     */
    boolean retry(String runId);

    /**
     * Begins the next generation of a run that is over, however it ended: everything is asked again and goes to every sink
     * once more. False: it is not over, and nothing changed.
     */
    boolean anew(String runId);

    /** Keeps what readers of the run's report should know besides its figures. */
    void note(String runId, String note);

    /** In the order in which they were planned. */
    List<RequestEntry> requests(String runId);

    void answered(String runId, String requestId, Part part);

    void gap(String runId, String requestId, Gap gap);

    /** Notes that a request was not answered so far and is asked again. */
    void postpone(String runId, String requestId, Gap failure);

    /** Makes gaps of the requests that were postponed. */
    void giveUpPostponed(String runId);

    /**
     * Notes a delivery, or how far a noted one is. One that is confirmed or failed stays so, and so does an artifact once it was
     * made.
     */
    void note(Delivery delivery);

    /** In the order in which they were first noted. */
    List<Delivery> deliveries(String runId);

    /** The noted delivery with this key. */
    default Optional<Delivery> delivery(String runId, String key) {
        return deliveries(runId).stream()
                .filter(delivery -> delivery.key().equals(key))
                .findFirst();
    }
}
