package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.RunFailure;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.request.RequestFailure;
import com.giosg.chatreports.request.RequestPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a run: opened, asked in lanes, sealed, finished. */
public final class Runs {

    private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

    private final Configuration configuration;
    private final Ledger ledger;
    private final Path data;
    private final InstantSource clock;
    private final Mails mails;

    Runs(Installation installation) {
        this.configuration = installation.configuration();
        this.ledger = installation.ledger();
        this.data = installation.data();
        this.clock = installation.clock();
        this.mails = new Mails(installation.templates(), configuration.functions(), clock);
    }

    public ActiveRun open(@Body String runId) {
        Run run = ledger.run(runId).orElseThrow(() -> new IllegalArgumentException("the ledger knows no run " + runId));
        Report report = configuration.reports().get(run.report());
        Organization organization = configuration.organizations().get(run.organization());
        ledger.move(runId, Run.State.FETCHING);
        return new ActiveRun(
                run,
                report,
                organization,
                RequestPlan.of(report, organization, run.window()),
                clock.instant(),
                data.resolve("runs").resolve(runId));
    }

    /** The requests that are still open, divided among as many lanes as one token may use at once. */
    public List<Iterator<Request>> lanes(@Variable(Variables.RUN) ActiveRun run) {
        Set<String> open = ledger.requests(run.id()).stream()
                .filter(RequestEntry::isOpen)
                .map(RequestEntry::requestId)
                .collect(Collectors.toSet());
        List<Request> requests = run.requests().stream()
                .filter(request -> open.contains(request.id()))
                .toList();
        return Lanes.of(requests, configuration.api().concurrency());
    }

    /** Renders the artifacts, once, and says which of them are to be delivered. Where every request failed nothing goes to readers. */
    public List<Consignment> seal(@Variable(Variables.RUN) ActiveRun run) throws RequestFailure {
        List<RequestEntry> entries = ledger.requests(run.id());
        if (entries.stream().allMatch(entry -> entry.gap().isPresent())) {
            return List.of();
        }
        ledger.move(run.id(), Run.State.SEALED);
        List<Consignment> consignments = consignments(run, entries);
        consignments.forEach(consignment -> consignment.deliveries().forEach(ledger::note));
        ledger.move(run.id(), Run.State.DELIVERING);
        return consignments;
    }

    private List<Consignment> consignments(ActiveRun run, List<RequestEntry> entries) throws RequestFailure {
        try {
            return new Sealing(run, entries, SealedParts.of(run, entries), RunFacts.of(run, entries), mails)
                    .consignments();
        } catch (IOException | UncheckedIOException e) {
            throw new RequestFailure(FailureKind.STORAGE, "the artifacts could not be kept: " + e.getMessage(), e);
        }
    }

    /** Ends the run once nothing of it is open. Each sink's lane asks for it, and only the last of them ends the run. */
    public void settle(@Variable(Variables.RUN) ActiveRun run) {
        if (ledger.deliveries(run.id()).stream()
                .allMatch(delivery -> delivery.state().isFinal())) {
            finish(run);
        }
    }

    private void finish(ActiveRun run) {
        List<RequestEntry> entries = ledger.requests(run.id());
        long gaps = entries.stream().filter(entry -> entry.gap().isPresent()).count();
        boolean delivered =
                ledger.deliveries(run.id()).stream().allMatch(delivery -> delivery.state() == Delivery.State.CONFIRMED);
        ledger.move(run.id(), finalState(entries.size(), gaps, delivered));
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
     */
    public void fail(
            @Variable(Variables.RUN) ActiveRun run,
            @Body Object body,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception thrown) {
        RequestFailure failure = Causes.of(thrown);
        String runId = run == null ? String.valueOf(body) : run.id();
        ledger.fail(runId, new RunFailure(failure.kind(), failure.getMessage()));
        LOG.error(
                "{}: {}. Next: {}",
                run == null ? "run " + runId : run,
                failure.getMessage(),
                failure.kind().nextMove(),
                failure.kind() == FailureKind.DEFECT ? thrown : null);
    }
}
