package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.LedgerFailure;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.RunFailure;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the sinks of {@code on-failure} are told of a run that nobody has got anything of. */
record Notices(Ledger ledger, Configuration configuration, Patience patience, Mails mails) {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    /** Of one whose requests are all gaps. */
    List<Consignment> ofGaps(ActiveRun run, List<RequestEntry> entries) throws RequestFailure {
        try {
            return FailureNotices.of(run, RequestEntry.ofRows(entries), mails).consignments(told(run));
        } catch (IOException e) {
            throw new RequestFailure(FailureKind.STORAGE, "the notice could not be kept: " + e.getMessage(), e);
        }
    }

    /** What went out before, or is made, speaks for itself. */
    List<Consignment> ofFailure(ActiveRun run, RunFailure failure) throws RequestFailure {
        boolean knownAnyway = run.run().refilling().isPresent()
                || ledger.run(run.id())
                        .filter(now -> now.state().isSealed() || now.state().isFinal())
                        .isPresent();
        if (knownAnyway) {
            return List.of();
        }
        try {
            List<RequestEntry> entries = RequestEntry.ofRows(ledger.requests(run.id()));
            return FailureNotices.of(run, entries, withoutSecrets(failure), mails)
                    .consignments(told(run));
        } catch (LedgerFailure e) {
            throw e;
        } catch (IOException | UncheckedIOException e) {
            return withoutNotice(
                    run, new RequestFailure(FailureKind.STORAGE, "the notice could not be kept: " + e.getMessage(), e));
        } catch (RuntimeException e) {
            // Maybe what the run failed for: it must end all the same.
            LOG.error("{}: the notice could not be made", run, e);
            return List.of();
        }
    }

    private List<Consignment> withoutNotice(ActiveRun run, RequestFailure failure) throws RequestFailure {
        if (patience.waitsOut(failure)) {
            throw failure;
        }
        LOG.warn("{}: {}", run, failure.getMessage());
        return List.of();
    }

    private RunFailure withoutSecrets(RunFailure failure) {
        return new RunFailure(failure.kind(), configuration.withoutSecrets(failure.cause()));
    }

    /** The sinks that have a notice already. */
    private Set<String> told(ActiveRun run) {
        return ledger.deliveries(run.id()).stream()
                .filter(Delivery::isNotice)
                .map(Delivery::sink)
                .collect(Collectors.toSet());
    }
}
