package com.giosg.chatreports.cli;

import com.giosg.chatreports.ledger.Addressee;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.time.Times;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** What {@code start} says while it ends: that it waits, and what the next start goes on with. */
record LastWords(Surroundings surroundings, Ledger ledger) {

    /** Says it before and after the end. */
    void around(Runnable end) {
        long going =
                unfinished().stream().filter(run -> run.nextTry().isEmpty()).count();
        if (going > 0) {
            surroundings
                    .err()
                    .println("Stopping. No more runs begin; waiting up to 30 s for those that are going (%d of them)."
                            .formatted(going));
        }
        end.run();
        unfinished().forEach(run -> surroundings
                .err()
                .println("%s of %s, due at %s, %s: the next start goes on with it"
                        .formatted(run.report(), run.organization(), local(run, run.due()), standing(run))));
    }

    /** That nobody can say it is no reason not to end in order. */
    private List<Run> unfinished() {
        try {
            return ledger.unfinished();
        } catch (LedgerFailure e) {
            return List.of();
        }
    }

    private String standing(Run run) {
        return run.nextTry()
                .map(next -> "waits for its next try at " + local(run, next))
                .orElseGet(() -> cutOff(run));
    }

    private String cutOff(Run run) {
        String busy = beingDelivered(run);
        return busy.isEmpty()
                ? "was not finished"
                : "was not finished, sink %s did not take it in time".formatted(busy);
    }

    private String beingDelivered(Run run) {
        try {
            return ledger.deliveries(run.id()).stream()
                    .filter(delivery -> delivery.state() == Delivery.State.INTENT)
                    .map(Addressee::of)
                    .distinct()
                    .collect(Collectors.joining(", "));
        } catch (LedgerFailure e) {
            return "";
        }
    }

    private static String local(Run run, Instant instant) {
        return Times.print(instant.atZone(run.window().zone()));
    }
}
