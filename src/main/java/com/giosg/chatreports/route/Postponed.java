package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.request.Breaker;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.SlowPhase;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The requests of a run that were postponed: asked again while there is time for it, gaps afterwards. */
record Postponed(Ledger ledger, Patience patience, InstantSource clock) {

    private static final Logger LOG = LoggerFactory.getLogger(Postponed.class);

    /** Whether rows were postponed and there is time for it; else they become gaps. What is asked on the side holds nothing up. */
    boolean areAskedLater(ActiveRun run) {
        List<RequestEntry> postponed = ledger.requests(run.id()).stream()
                .filter(entry -> entry.postponed().isPresent())
                .toList();
        if (postponed.isEmpty()) {
            return false;
        }
        Optional<SlowPhase> later = RequestEntry.ofRows(postponed).stream()
                .findFirst()
                .flatMap(row -> askedLater(run, postponed, clock.instant()));
        later.ifPresentOrElse(
                asking -> {
                    ledger.askLater(run.id(), asking);
                    LOG.warn(
                            "{}: {} of {} requests are asked again at {}",
                            run,
                            postponed.size(),
                            run.requests().size(),
                            run.local(asking.next()));
                },
                () -> ledger.giveUpPostponed(run.id()));
        return later.isPresent();
    }

    private Optional<SlowPhase> askedLater(ActiveRun run, List<RequestEntry> postponed, Instant now) {
        boolean tried = RequestEntry.ofRows(postponed).stream()
                .flatMap(entry -> entry.postponed().stream())
                .anyMatch(failure -> failure.kind() != FailureKind.NOT_TRIED);
        Optional<SlowPhase> later = tried
                ? patience.afterAsking(run, now)
                : patience.withoutAsking(run, run.askedToWait().orElse(Breaker.PAUSE), now);
        return later.or(() -> atOnce(run, postponed, now));
    }

    /** There is no other time left: what was not tried so far is, whatever happened to others, before it becomes a gap. */
    private static Optional<SlowPhase> atOnce(ActiveRun run, List<RequestEntry> postponed, Instant now) {
        boolean untried = RequestEntry.ofRows(postponed).stream()
                .flatMap(entry -> entry.postponed().stream())
                .anyMatch(failure -> failure.kind() == FailureKind.NOT_TRIED);
        return Optional.of(new SlowPhase(
                        run.run().asking().map(SlowPhase::tries).orElse(0),
                        SlowPhase.first(run.run().asking(), now),
                        now))
                .filter(phase -> untried);
    }
}
