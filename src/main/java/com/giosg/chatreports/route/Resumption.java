package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What is left to deliver of a run that was sealed before: the same bytes, under the same keys.
 *
 * @param ledger knows what was confirmed
 * @param configuration has the sinks as they are now
 */
record Resumption(Ledger ledger, Configuration configuration) {

    List<Consignment> consignments(ActiveRun run) {
        ledger.move(run.id(), Run.State.DELIVERING);
        Map<String, List<Delivery>> bySink = ledger.deliveries(run.id()).stream()
                .filter(delivery -> !delivery.state().isFinal())
                .map(this::doubted)
                .collect(Collectors.groupingBy(Delivery::sink, LinkedHashMap::new, Collectors.toList()));
        List<Consignment> consignments = new ArrayList<>();
        bySink.forEach((name, deliveries) -> {
            Sink sink = configuration.sinks().get(name);
            if (sink == null) {
                deliveries.forEach(this::giveUp);
            } else {
                consignments.add(new Consignment(run, sink, deliveries));
            }
        });
        return consignments;
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

    private void giveUp(Delivery delivery) {
        ledger.note(delivery.in(Delivery.State.FAILED, "the configuration has no sink of this name any more"));
    }
}
