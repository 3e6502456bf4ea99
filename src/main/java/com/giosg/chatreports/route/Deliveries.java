package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.format.MediaTypes;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import java.io.File;
import java.nio.file.Path;
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

    Deliveries(Ledger ledger, Configuration configuration) {
        this.ledger = ledger;
        this.configuration = configuration;
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
        Optional<Path> there = delivery.state() == Delivery.State.UNCERTAIN
                ? InPlace.find(consignment.sink(), delivery)
                : Optional.empty();
        there.ifPresent(file -> ledger.note(delivery.in(Delivery.State.CONFIRMED, file.toString())));
        return there.isPresent();
    }

    /** The settings of the sink that depend on the artifact, by name. */
    public Map<String, String> settings(
            @Variable(Variables.RUN) ActiveRun run, @Variable(Variables.DELIVERY) Delivery delivery) {
        Sink sink = configuration.sinks().get(delivery.sink());
        return sink.changingSettings(run.placeholders(sink), configuration.functions());
    }

    /** What kind of content the artifact is. */
    public String mediaType(@Variable(Variables.DELIVERY) Delivery delivery) {
        return MediaTypes.of(
                configuration.sinks().get(delivery.sink()).artifact().format());
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

    /** The bytes to deliver. Batches are parts of a whole, in order: what follows a failed one is not tried. */
    public File intend(@Variable(Variables.DELIVERY) Delivery delivery) throws NotTried {
        if (configuration.sinks().get(delivery.sink()).batch().isPresent()) {
            Optional<Delivery> before = ledger.delivery(delivery.runId(), delivery.keyBefore());
            if (before.isPresent() && before.get().state() == Delivery.State.FAILED) {
                throw NotTried.after(before.get());
            }
        }
        ledger.note(delivery.in(Delivery.State.INTENT, ""));
        return delivery.file().toFile();
    }

    public void confirm(@Variable(Variables.DELIVERY) Delivery delivery, @Variable(Variables.RECEIPT) String receipt) {
        ledger.note(delivery.in(Delivery.State.CONFIRMED, receipt == null ? delivery.fileName() : receipt));
    }

    /**
     * Notes the cause, and says it once.
     *
     * @param thrown the whole chain of causes; an {@code @ExchangeException} would be its end alone
     */
    public void fail(
            @Variable(Variables.RUN) ActiveRun run,
            @Variable(Variables.DELIVERY) Delivery delivery,
            @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Exception thrown) {
        String cause = configuration.withoutSecrets(SinkCauses.words(thrown));
        ledger.note(delivery.in(Delivery.State.FAILED, cause));
        if (thrown instanceof NotTried) {
            return;
        }
        LOG.warn("{}, sink {}: {}. Next: mend it, then: chat-reports retry {}", run, delivery.sink(), cause, run.id());
    }
}
