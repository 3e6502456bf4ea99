package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.time.Times;
import java.util.Optional;

/** What can be done about a run, in words. */
public final class NextMove {

    private NextMove() {}

    /**
     * The next move.
     *
     * @param keptBack whether all went well, and it was not to be sent
     * @param undelivered whether a sink was given up
     * @param missing why the first of its gaps is one
     */
    public static String of(Run run, boolean keptBack, boolean undelivered, Optional<FailureKind> missing) {
        if (run.nextTry().isPresent()) {
            return "nothing: start tries it again at %s; sooner: chat-reports retry %s"
                    .formatted(
                            Times.print(run.nextTry().get().atZone(run.window().zone())), run.id());
        }
        return switch (run.state()) {
            case DONE -> keptBack ? "nothing, it was not to be sent" : "nothing, everything is delivered";
            case DONE_WITH_GAPS ->
                "mend what the gaps name, then make the report again: chat-reports run " + run.report();
            case CANCELLED -> "make the report again: chat-reports run " + run.report();
            case SKIPPED ->
                "nothing, unless it is wanted: chat-reports retry %s makes it, chat-reports backfill %s all of some days"
                        .formatted(run.id(), run.report());
            case FAILED -> failed(run, undelivered, missing) + "then: chat-reports retry " + run.id();
            default -> "nothing: it is going on, or the next start takes it up";
        };
    }

    private static String failed(Run run, boolean undelivered, Optional<FailureKind> missing) {
        return undelivered
                ? "mend what the delivery failed for, "
                : run.failure()
                                .map(RunFailure::kind)
                                .or(() -> missing)
                                .map(FailureKind::nextMove)
                                .orElse("mend it")
                        + "; ";
    }
}
