package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is left to deliver of a run that was sealed before: the same bytes, under the same keys.
 *
 * @param ledger knows what was confirmed
 * @param configuration has the sinks as they are now
 * @param arrived the keys of what arrived and is not noted yet
 * @param now what waits for later stays where it is
 */
record Resumption(Ledger ledger, Configuration configuration, Set<String> arrived, Instant now) {

    private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);

    List<Consignment> consignments(ActiveRun run) {
        ledger.move(run.id(), Run.State.DELIVERING);
        Map<String, List<Delivery>> bySink = ledger.deliveries(run.id()).stream()
                .filter(delivery -> delivery.isDue(now))
                .filter(delivery -> !isHeld(run, delivery))
                .map(this::doubted)
                .collect(Collectors.groupingBy(Delivery::sink, LinkedHashMap::new, Collectors.toList()));
        List<Consignment> consignments = new ArrayList<>();
        bySink.forEach((name, deliveries) -> {
            Sink sink = configuration.sinks().get(name);
            if (sink == null) {
                deliveries.forEach(
                        delivery -> giveUp(run, delivery, "the configuration has no sink of this name any more"));
            } else {
                consignments.add(new Consignment(run, sink, intact(run, deliveries)));
            }
        });
        return consignments;
    }

    /** Never others than the bytes that were sealed, however long ago. */
    private List<Delivery> intact(ActiveRun run, List<Delivery> deliveries) {
        Map<Boolean, List<Delivery>> intact = deliveries.stream()
                .collect(Collectors.partitioningBy(
                        delivery -> delivery.artifact().isIntact()));
        intact.get(false).forEach(delivery -> giveUp(run, delivery, wrong(delivery.file())));
        return intact.get(true);
    }

    /** What was on its way when the process died, or came to something that could not be noted, to a sink that wants nothing twice. */
    private boolean isHeld(ActiveRun run, Delivery delivery) {
        boolean held = (delivery.state() == Delivery.State.INTENT || delivery.state() == Delivery.State.UNCERTAIN)
                && !arrived.contains(delivery.key())
                && new Held(configuration).isBy(delivery.sink());
        if (held) {
            giveUp(
                    run,
                    delivery,
                    "it was on its way, and what came of it could not be noted; whether it arrived is not known"
                            + Held.WORDS + ". Next: " + Held.nextMove(run.id()));
        }
        return held;
    }

    /** Who works on the ledger need not have the folder that another one wrote to. */
    private static String wrong(Path file) {
        return (Files.exists(file)
                        ? "its file %s is damaged; make the report again"
                        : "its file %s is not there; retry the run where the data folder is that it was made in, or make the report again")
                .formatted(file);
    }

    /** Whether the sink has got it, only the sink could say. */
    private Delivery doubted(Delivery delivery) {
        if (delivery.state() != Delivery.State.INTENT) {
            return delivery;
        }
        Delivery uncertain = delivery.in(Delivery.State.UNCERTAIN, "");
        ledger.note(uncertain);
        return uncertain;
    }

    private void giveUp(ActiveRun run, Delivery delivery, String cause) {
        ledger.note(delivery.in(Delivery.State.FAILED, cause));
        LOG.warn("{}, sink {}: {}", run, delivery.sink(), cause);
    }
}
