package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Variable;

/** What was asked becomes what the sinks of a run are handed: once, or what is left of it. */
public final class Seals {

    private static final String ASKS_OTHERWISE =
            "it could not be made, and the report asks something else by now; make the report again";

    private final Configuration configuration;
    private final Ledger ledger;
    private final InstantSource clock;
    private final Served served;
    private final Patience patience;
    private final Mails mails;
    private final Notices notices;
    private final Postponed postponed;
    private final Hindrances hindrances;

    Seals(Installation installation, Patience patience, Mails mails, Notices notices, Hindrances hindrances) {
        this.configuration = installation.configuration();
        this.ledger = installation.ledger();
        this.clock = installation.clock();
        this.served = installation.served();
        this.patience = patience;
        this.mails = mails;
        this.notices = notices;
        this.hindrances = hindrances;
        this.postponed = new Postponed(ledger, patience, clock);
    }

    /**
     * Renders the artifacts, once, and says which of them are to be delivered. Where every request failed nothing goes to
     * readers, and neither does what the report wants kept back; the sinks of {@code on-failure} get a notice. While
     * requests are to be asked again nothing is rendered.
     */
    public List<Consignment> seal(@Variable(Variables.RUN) ActiveRun run) throws RequestFailure {
        Optional<RequestFailure> hindrance = run.hindrance().cause();
        if (hindrance.isPresent()) {
            throw hindrance.get();
        }
        List<Consignment> consignments = sealed(run);
        run.parties().join(consignments.size());
        return consignments;
    }

    private List<Consignment> sealed(ActiveRun run) throws RequestFailure {
        if (!run.run().state().isSealed()) {
            return make(run, new Sending(ledger)::isDue);
        }
        makeWhatIsMissing(run);
        return new Resumption(ledger, configuration, served.receipts().keySet(), clock.instant()).consignments(run);
    }

    /** What could not be made when the run was sealed, such as the mail of a team that nobody knew. */
    private void makeWhatIsMissing(ActiveRun run) throws RequestFailure {
        Instant now = clock.instant();
        List<Delivery> all = ledger.deliveries(run.id()).stream()
                .filter(delivery -> delivery.generation() == run.run().generation() && !delivery.isNotice())
                .toList();
        List<Delivery> missing = all.stream()
                .filter(delivery -> delivery.isMissing() && delivery.isDue(now))
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        if (!run.run().asks(run.report(), run.organization())) {
            missing.forEach(delivery -> ledger.note(delivery.in(Delivery.State.FAILED, ASKS_OTHERWISE)));
            return;
        }
        try {
            List<RequestEntry> entries = ledger.requests(run.id());
            ActiveRun then = run.askedAt(firstAnswer(entries, now));
            boolean ofTeams =
                    missing.stream().allMatch(delivery -> delivery.team().isPresent());
            Material material = ofTeams ? Material.ofTeams(then, entries) : Material.of(then, entries, ledger);
            sealing(material, new Sending(ledger)::isDue).again(missing, all).forEach(ledger::note);
        } catch (IOException | UncheckedIOException e) {
            throw new RequestFailure(FailureKind.STORAGE, "the artifacts could not be kept: " + e.getMessage(), e);
        }
    }

    /** Buckets that had not begun by then were not asked for. */
    private static Instant firstAnswer(List<RequestEntry> entries, Instant now) throws IOException {
        Instant first = now;
        for (RequestEntry entry : entries) {
            if (entry.part().isPresent()) {
                Instant written =
                        Files.getLastModifiedTime(entry.part().get().file()).toInstant();
                first = written.isBefore(first) ? written : first;
            }
        }
        return first;
    }

    private Sealing sealing(Material material, Sending.Rule sending) {
        return new Sealing(
                material,
                mails,
                sending,
                (delivery, failure) -> patience.outcome(delivery, failure, failure.getMessage(), clock.instant()));
    }

    /** The same where nothing is delivered: also what would be kept back. */
    public List<Consignment> sealForPreview(@Variable(Variables.RUN) ActiveRun run) throws RequestFailure {
        List<Consignment> consignments = make(run, new Sending(ledger)::isDueOrWouldNotBe);
        run.parties().join(consignments.size());
        return consignments;
    }

    private List<Consignment> make(ActiveRun run, Sending.Rule sending) throws RequestFailure {
        if (postponed.areAskedLater(run)) {
            return List.of();
        }
        List<RequestEntry> entries = ledger.requests(run.id());
        if (isRefilledInVain(run, entries)) {
            return List.of();
        }
        boolean failed = RequestEntry.ofRows(entries).stream()
                .allMatch(entry -> entry.gap().isPresent());
        List<Consignment> consignments = failed ? notices.ofGaps(run, entries) : consignments(run, entries, sending);
        if (failed && consignments.isEmpty()) {
            return consignments;
        }
        ledger.seal(run.id(), Consignment.deliveries(consignments));
        ledger.move(run.id(), Run.State.DELIVERING);
        hindrances.kept();
        return consignments;
    }

    /** Nothing new was had, or the report asks something else by now: readers have what there is. */
    private static boolean isRefilledInVain(ActiveRun run, List<RequestEntry> entries) {
        long gaps = entries.stream().filter(entry -> entry.gap().isPresent()).count();
        return run.run()
                .refilling()
                .filter(before -> gaps >= before || !run.run().asks(run.report(), run.organization()))
                .isPresent();
    }

    private List<Consignment> consignments(ActiveRun run, List<RequestEntry> entries, Sending.Rule sending)
            throws RequestFailure {
        try {
            Material material = Material.of(run, entries, ledger);
            List<Delivery> earlier = run.run().generation() == 1 ? List.of() : ledger.deliveries(run.id());
            return sending.isDue(run, material.facts(), material.parts())
                    ? sealing(material, sending).consignments(earlier)
                    : List.of();
        } catch (IOException | UncheckedIOException e) {
            throw new RequestFailure(FailureKind.STORAGE, "the artifacts could not be kept: " + e.getMessage(), e);
        }
    }
}
