package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import java.io.File;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeException;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of a delivery: intended, then confirmed or failed. Each step is in the ledger before the next begins. */
public final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private final Ledger ledger;
    private final Map<String, Sink> sinks;

    Deliveries(Ledger ledger, Map<String, Sink> sinks) {
        this.ledger = ledger;
        this.sinks = sinks;
    }

    /** What has become of nothing yet. */
    public List<Delivery> open(@Body Consignment consignment) {
        return consignment.deliveries().stream()
                .filter(delivery -> delivery.state() == Delivery.State.PENDING)
                .toList();
    }

    /** The settings of the sink that depend on the artifact, by name. */
    public Map<String, String> settings(
            @Variable(Variables.RUN) ActiveRun run, @Variable(Variables.DELIVERY) Delivery delivery) {
        Sink sink = sinks.get(delivery.sink());
        return sink.changingSettings(run.placeholders(sink));
    }

    /** The bytes to deliver. */
    public File intend(@Variable(Variables.DELIVERY) Delivery delivery) {
        ledger.note(delivery.in(Delivery.State.INTENT, ""));
        return delivery.file().toFile();
    }

    public void confirm(@Variable(Variables.DELIVERY) Delivery delivery, @Variable(Variables.RECEIPT) String receipt) {
        ledger.note(delivery.in(Delivery.State.CONFIRMED, receipt == null ? delivery.fileName() : receipt));
    }

    public void fail(
            @Variable(Variables.RUN) ActiveRun run,
            @Variable(Variables.DELIVERY) Delivery delivery,
            @ExchangeException Exception thrown) {
        String cause = SinkCauses.words(thrown);
        ledger.note(delivery.in(Delivery.State.FAILED, cause));
        LOG.warn("{}, sink {}: {}. Next: mend it, then run the report again", run, delivery.sink(), cause);
    }
}
