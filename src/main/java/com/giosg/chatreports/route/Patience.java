package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.request.SlowPhase;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether what failed for a reason that may pass is tried again later. Only who is there later can promise it. */
enum Patience {
    /** Somebody waits for a command: what fails now has failed. */
    NONE,
    /** Day and night: the slow phase of retries. */
    LONG;

    /** From the first try of a delivery to the last one. */
    private static final Duration DELIVERIES = Duration.ofDays(5);

    /** From the end of the generation with gaps to the last question. */
    private static final Duration REFILLS = Duration.ofHours(24);

    /** When a delivery that just failed is tried again; empty where it is given up. */
    private Optional<SlowPhase> afterFailure(Delivery failed, Throwable thrown, Instant now) {
        if (this == NONE || !PassingCauses.mayPass(thrown)) {
            return Optional.empty();
        }
        Instant limit = SlowPhase.first(failed.slowPhase(), now).plus(DELIVERIES);
        return SlowPhase.after(failed.slowPhase(), now, PassingCauses.retryAfter(thrown), limit);
    }

    /** What becomes of a delivery that just failed: it waits for its next try, or has failed for good. */
    Delivery outcome(Delivery failed, Throwable thrown, String cause, Instant now) {
        return afterFailure(failed, thrown, now)
                .map(phase -> failed.waiting(cause, phase))
                .orElseGet(() -> failed.in(Delivery.State.FAILED, cause));
    }

    /**
     * When a delivery is tried that is not tried now; empty where there is no other time for it.
     *
     * @param until when somebody finds out whether the sink is back
     */
    Optional<SlowPhase> withoutTrying(Delivery due, Instant until, Instant now) {
        return this == NONE
                ? Optional.empty()
                : SlowPhase.notTried(
                        due.slowPhase(),
                        now,
                        until,
                        SlowPhase.first(due.slowPhase(), now).plus(DELIVERIES));
    }

    /** The same where the sink itself said until when it wants to be left alone. */
    Optional<SlowPhase> leavingAlone(Delivery due, Instant until, Instant now) {
        return this == NONE
                ? Optional.empty()
                : SlowPhase.leftAlone(
                        due.slowPhase(),
                        now,
                        until,
                        SlowPhase.first(due.slowPhase(), now).plus(DELIVERIES));
    }

    /**
     * Whether a run is left as it is until there is space again, rather than ended with that as its cause. Where the ledger takes
     * nothing, nobody could note how it ended.
     */
    boolean waitsOut(RequestFailure failure) {
        return failure.kind() == FailureKind.STORAGE
                && (failure.getCause() instanceof LedgerFailure
                        || (this == LONG && Causes.chain(failure).anyMatch(PassingCauses::isOfFullDisk)));
    }

    /** Whether a request that just failed may be asked again later. Of a refill every one, because somebody may mend it meanwhile. */
    boolean postpones(Run run, FailureKind kind) {
        return this == LONG && (kind.mayPass() || run.refilling().isPresent());
    }

    /** When the gaps of a run that went out with them are asked again; empty where its report does not want that. */
    Optional<SlowPhase> refill(ActiveRun run, Instant now) {
        return this == NONE || !run.report().refill() || run.run().refilling().isPresent()
                ? Optional.empty()
                : SlowPhase.after(Optional.empty(), now, Optional.empty(), now.plus(REFILLS));
    }

    /**
     * When the postponed requests of a run are asked again; empty where they are given up. A run that began when it was
     * late already, because nothing ran before, is given the same time from then on.
     */
    Optional<SlowPhase> afterAsking(ActiveRun run, Instant now) {
        return this == NONE
                ? Optional.empty()
                : SlowPhase.after(run.run().asking(), now, run.askedToWait(), limitOfAsking(run, now));
    }

    /** The same where nothing was asked at all, since the API is left alone for a while. */
    Optional<SlowPhase> withoutAsking(ActiveRun run, Duration pause, Instant now) {
        return this == NONE
                ? Optional.empty()
                : SlowPhase.notTried(run.run().asking(), now, now.plus(pause), limitOfAsking(run, now));
    }

    /**
     * Whether a request waits for so long before it is asked, or asked again. A run that would be late by then is not held up: what
     * is open becomes a gap, or is asked later, as if all tries had been used up. Whoever waits for a command has no such limit.
     */
    boolean waitsFor(ActiveRun run, Duration wait, Instant now) {
        return this == NONE || !now.plus(wait).isAfter(limitOfAsking(run, run.askedAt()));
    }

    private static Instant limitOfAsking(ActiveRun run, Instant now) {
        Instant first = SlowPhase.first(run.run().asking(), now);
        if (run.run().refilling().isPresent()) {
            return first.plus(REFILLS);
        }
        Duration late = run.report().lateAfter();
        Instant limit = run.run().due().plus(late);
        return first.isAfter(limit) ? first.plus(late) : limit;
    }
}
