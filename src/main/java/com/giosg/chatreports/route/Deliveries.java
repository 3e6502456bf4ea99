package com.giosg.chatreports.route;

import com.giosg.chatreports.config.ArtifactSettings;
import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.format.MediaTypes;
import com.giosg.chatreports.ledger.Addressee;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.LedgerFailure;
import java.io.File;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a delivery: intended, then confirmed or failed. Each step is in the ledger before the next begins. */
public final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final Ledger ledger;
    private final Configuration configuration;
    private final Held held;
    private final Breakers breakers;
    private final SinkPauses pauses;
    private final Patience patience;
    private final InstantSource clock;
    private final Served served;
    private final Map<String, String> receipts;

    Deliveries(Installation installation, Breakers breakers, SinkPauses pauses, Patience patience) {
        this.ledger = installation.ledger();
        this.configuration = installation.configuration();
        this.held = new Held(configuration);
        this.breakers = breakers;
        this.pauses = pauses;
        this.patience = patience;
        this.clock = installation.clock();
        this.served = installation.served();
        this.receipts = served.receipts();
    }

    /** Whose lane a run's artifacts wait in. */
    public String lane(@Body Consignment consignment) {
        return consignment.sink().name();
    }

    public ActiveRun run(@Body Consignment consignment) {
        return consignment.run();
    }

    /** What nothing has become of yet, or nobody knows what. */
    public List<Delivery> open(@Body Consignment consignment) {
        return consignment.deliveries().stream()
                .filter(delivery -> !delivery.state().isFinal())
                .filter(delivery -> !arrived(consignment, delivery))
                .toList();
    }

    /** What is in its place already is not written again. */
    private boolean arrived(Consignment consignment, Delivery delivery) {
        Optional<String> receipt = Optional.ofNullable(receipts.get(delivery.key()));
        if (receipt.isEmpty() && delivery.state() == Delivery.State.UNCERTAIN) {
            receipt = InPlace.find(consignment.sink(), delivery).map(Path::toString);
        }
        receipt.ifPresent(there -> note(delivery, there));
        return receipt.isPresent();
    }

    /** The settings of the sink that depend on the artifact, by name. */
    public Map<String, String> settings(
            @Variable(Variables.RUN) ActiveRun run, @Variable(Variables.DELIVERY) Delivery delivery)
            throws DeliveryFailure {
        Sink sink = configuration.sinks().get(delivery.sink());
        checkTeam(run.organization(), delivery);
        return sink.changingSettings(run.placeholders(sink, delivery.team()), configuration.functions());
    }

    /** What is about a team goes to those who are named for it now, and to nobody else. */
    private static void checkTeam(Organization organization, Delivery delivery) throws DeliveryFailure {
        String removed = delivery.team()
                .filter(team -> !organization.teams().containsKey(team))
                .orElse("");
        if (!removed.isEmpty()) {
            throw new DeliveryFailure("the configuration names nobody for the team \"%s\" of %s any more"
                    .formatted(removed, organization.key()));
        }
    }

    /** What kind of content the artifact is. */
    public String mediaType(@Variable(Variables.DELIVERY) Delivery delivery) {
        return MediaTypes.of(
                delivery.isNotice()
                        ? ArtifactSettings.Format.JSON
                        : configuration.sinks().get(delivery.sink()).artifact().format());
    }

    public String fileName(@Variable(Variables.DELIVERY) Delivery delivery) {
        return delivery.fileName();
    }

    public String key(@Variable(Variables.DELIVERY) Delivery delivery) {
        return delivery.key();
    }

    public String sink(@Variable(Variables.DELIVERY) Delivery delivery) {
        return delivery.sink();
    }

    /**
     * Batches are parts of a whole, in order: what follows a failed one is not tried. Neither is what a sink is to be given that took nothing of late or
     * wants to be left alone, as long as there is another time for it.
     */
    public void intend(Exchange exchange, @Variable(Variables.DELIVERY) Delivery delivery) throws NotTried {
        if (delivery.number() > 1
                && configuration.sinks().get(delivery.sink()).batch().isPresent()) {
            Optional<Delivery> before = ledger.delivery(delivery.runId(), delivery.keyBefore());
            if (before.isPresent() && holdsUp(before.get(), delivery)) {
                throw NotTried.after(before.get());
            }
        }
        Optional<NotTried> shut = shut(delivery);
        if (shut.isPresent()) {
            throw shut.get();
        }
        // Sooner than the intent is noted: whoever finds that must find this as well.
        served.send(delivery, exchange);
        ledger.note(delivery.in(Delivery.State.INTENT, ""));
    }

    /** What the sink asked for counts, unless it is shut for longer. */
    private Optional<NotTried> shut(Delivery delivery) {
        Instant now = clock.instant();
        Optional<Instant> shut = breakers.shutUntil(delivery.sink());
        Optional<NotTried> asked = pauses.until(delivery.sink())
                .filter(until -> shut.filter(until::isBefore).isEmpty())
                .flatMap(until ->
                        patience.leavingAlone(delivery, until, now).map(waits -> NotTried.asAsked(until, waits)));
        return asked.or(() -> shut.flatMap(
                until -> patience.withoutTrying(delivery, until, now).map(waits -> NotTried.until(until, waits))));
    }

    /** As the log names it. */
    static String name(String sink) {
        return "sink " + sink;
    }

    /** The bytes to deliver. Before they go out once more the ledger is asked: whoever lost it must leave them to others. */
    public File artifact(
            @Variable(Variables.DELIVERY) Delivery delivery, @Variable(Variables.TRIED) DeliveryAttempt before) {
        if (before != null) {
            ledger.delivery(delivery.runId(), delivery.key());
        }
        return delivery.file().toFile();
    }

    /** Numbers go on from generation to generation, but each of those is a whole of its own. */
    private static boolean holdsUp(Delivery before, Delivery delivery) {
        return before.generation() == delivery.generation()
                && (before.state() == Delivery.State.FAILED || before.state() == Delivery.State.WAITING);
    }

    public void confirm(@Variable(Variables.DELIVERY) Delivery delivery, @Variable(Variables.RECEIPT) String receipt) {
        breakers.answered(delivery.sink(), name(delivery.sink()));
        pauses.answered(delivery.sink());
        note(delivery, receipt == null ? delivery.fileName() : receipt);
    }

    private void note(Delivery delivery, String receipt) {
        receipts.put(delivery.key(), receipt);
        ledger.note(delivery.in(Delivery.State.CONFIRMED, receipt));
        receipts.remove(delivery.key());
    }

    /**
     * Notes the cause, and says it once, with the next move.
     *
     * @param thrown the whole chain of causes; an {@code @ExchangeException} would be its end alone
     */
    public void fail(
            @Variable(Variables.RUN) ActiveRun run,
            @Variable(Variables.DELIVERY) Delivery delivery,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception thrown) {
        try {
            if (thrown instanceof LedgerFailure) {
                run.hindrance().note(Causes.of(thrown));
            } else if (thrown instanceof NotTried notTried) {
                ledger.note(notTried.outcome(delivery));
            } else {
                giveUp(run, delivery, thrown);
            }
        } catch (LedgerFailure e) {
            run.hindrance().note(Causes.of(e));
        }
    }

    private void giveUp(ActiveRun run, Delivery delivery, Exception thrown) {
        String cause = configuration.withoutSecrets(SinkCauses.words(thrown));
        if (held.is(delivery, thrown)) {
            hold(run, delivery, cause + Held.WORDS);
            return;
        }
        Delivery outcome = patience.outcome(delivery, thrown, cause, clock.instant());
        ledger.note(outcome);
        LOG.warn("{}, sink {}: {}. Next: {}", run, Addressee.of(delivery), cause, nextMove(run, outcome));
    }

    private void hold(ActiveRun run, Delivery delivery, String cause) {
        ledger.note(delivery.in(Delivery.State.FAILED, cause));
        LOG.warn("{}, sink {}: {}. Next: {}", run, Addressee.of(delivery), cause, Held.nextMove(run.id()));
    }

    /** Nobody is sent to a receiver that asked to be left alone until then. */
    private String nextMove(ActiveRun run, Delivery outcome) {
        return outcome.nextTry()
                .map(next -> "nothing; it is tried again at "
                        + run.local(next)
                        + (isBusyUntil(outcome.sink(), next) ? "" : ", sooner with: chat-reports retry " + run.id()))
                .orElseGet(() -> "mend it, then: chat-reports retry " + run.id());
    }

    /** A moment passes between the answer and the plan made of it. */
    private boolean isBusyUntil(String sink, Instant next) {
        return pauses.until(sink)
                .filter(until -> !until.isBefore(next.minusSeconds(1)))
                .isPresent();
    }
}
