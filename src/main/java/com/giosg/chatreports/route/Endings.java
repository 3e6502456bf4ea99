package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.RunFailure;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.request.SlowPhase;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a run ends: delivered, put off, given back as it is, or come to nothing. */
public final class Endings implements Hindered {

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final Ledger ledger;
    private final InstantSource clock;
    private final Served served;
    private final Patience patience;
    private final Notices notices;
    private final Hindrances hindrances;

    Endings(Installation installation, Patience patience, Notices notices, Hindrances hindrances) {
        this.ledger = installation.ledger();
        this.clock = installation.clock();
        this.served = installation.served();
        this.patience = patience;
        this.notices = notices;
        this.hindrances = hindrances;
    }

    /** Asked for by the run's own route and by each sink's lane, once they have nothing left to do. */
    public void settle(@Variable(Variables.RUN) ActiveRun run) {
        tell(run);
        leave(run);
    }

    /** Before somebody else may take the run, and end it. */
    private void tell(ActiveRun run) {
        run.hindrance().untold().ifPresent(hindrances::note);
    }

    /**
     * The last one to leave says what became of the run, or gives it back as it is. Only then, and once that is noted, may somebody take it
     * again.
     */
    private void leave(ActiveRun run) {
        if (!run.parties().leave()) {
            return;
        }
        try {
            if (run.hindrance().cause().isEmpty()) {
                conclude(run);
            }
        } catch (LedgerFailure e) {
            run.hindrance().note(Causes.of(e));
            tell(run);
        } finally {
            served.release(run.id());
        }
    }

    /** Ends the run where nothing of it is open, and lets it rest where what is open waits for its next try. */
    private void conclude(ActiveRun run) {
        List<Delivery> open = ledger.deliveries(run.id()).stream()
                .filter(delivery -> !delivery.state().isFinal())
                .toList();
        if (open.isEmpty() && (ledger.requests(run.id()).stream().noneMatch(RequestEntry::isOpen) || hasFailed(run))) {
            finish(run);
        } else if (open.stream().allMatch(delivery -> delivery.nextTry().isPresent())) {
            rest(run, open);
        }
    }

    /** Whether it came to nothing for a reason of its own, so that only somebody was to be told. */
    private boolean hasFailed(ActiveRun run) {
        return ledger.run(run.id()).flatMap(Run::failure).isPresent();
    }

    private void rest(ActiveRun run, List<Delivery> waiting) {
        waiting.stream()
                .flatMap(delivery -> delivery.nextTry().stream())
                .min(Comparator.naturalOrder())
                .ifPresent(next -> ledger.rest(run.id(), next));
        hindrances.clear();
    }

    private void finish(ActiveRun run) {
        List<RequestEntry> entries = RequestEntry.ofRows(ledger.requests(run.id()));
        long gaps = entries.stream().filter(entry -> entry.gap().isPresent()).count();
        boolean delivered = ledger.deliveries(run.id()).stream()
                .filter(delivery -> delivery.generation() == run.run().generation())
                .allMatch(delivery -> delivery.state() == Delivery.State.CONFIRMED);
        Run.State end = hasFailed(run) ? Run.State.FAILED : finalState(entries.size(), gaps, delivered);
        Optional<SlowPhase> refill = Optional.of(end)
                .filter(state -> state == Run.State.DONE_WITH_GAPS)
                .flatMap(state -> patience.refill(run, clock.instant()));
        refill.ifPresentOrElse(asking -> ledger.refill(run.id(), asking), () -> ledger.move(run.id(), end));
        hindrances.clear();
    }

    private static Run.State finalState(long requests, long gaps, boolean delivered) {
        if (!delivered || gaps == requests) {
            return Run.State.FAILED;
        }
        return gaps > 0 ? Run.State.DONE_WITH_GAPS : Run.State.DONE;
    }

    /**
     * Nothing more can be done for the run; the cause is logged here, once.
     *
     * @param thrown the whole chain of causes; an {@code @ExchangeException} would be its end alone
     * @return what the sinks of {@code on-failure} are told of a report that nobody has got anything of
     */
    public List<Consignment> fail(
            @Variable(Variables.RUN) ActiveRun run,
            @Body Object body,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception thrown) {
        RequestFailure failure = Causes.of(thrown);
        String runId = run == null ? Runs.text(body) : run.id();
        try {
            if (!patience.waitsOut(failure)) {
                return end(run, runId, failure, thrown);
            }
            giveBack(run, runId, failure);
        } catch (LedgerFailure | RequestFailure e) {
            giveBack(run, runId, Causes.of(e));
        }
        return List.of();
    }

    /** As it is: whoever looks for runs that nobody serves finds it. */
    private void giveBack(ActiveRun run, String runId, RequestFailure failure) {
        if (run == null) {
            hindrances.note(failure);
            served.release(runId);
        } else {
            run.hindrance().note(failure);
            settle(run);
        }
    }

    private List<Consignment> end(ActiveRun run, String runId, RequestFailure failure, Exception thrown)
            throws RequestFailure {
        RunFailure failed = new RunFailure(failure.kind(), failure.getMessage());
        List<Consignment> told = run == null ? List.of() : notices.ofFailure(run, failed);
        ledger.fail(runId, failed, Consignment.deliveries(told));
        hindrances.clear();
        LOG.error(
                "{}: {}. Next: {}",
                run == null ? "run " + runId : run,
                failure.getMessage(),
                failure.kind().nextMove(),
                failure.kind() == FailureKind.DEFECT ? thrown : null);
        if (run == null) {
            served.release(runId);
        } else {
            // The lanes go on with it in the place of its own route.
            run.parties().join(told.size());
            leave(run);
        }
        return told;
    }

    @Override
    public Optional<RequestFailure> hindrance() {
        return hindrances.latest();
    }
}
