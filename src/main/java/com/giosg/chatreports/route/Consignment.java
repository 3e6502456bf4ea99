package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Sink;
import com.giosg.chatreports.ledger.Delivery;
import java.util.List;

/**
 * What one run hands to one sink.
 *
 * @param run the run
 * @param sink the sink
 * @param deliveries one after the other
 */
public record Consignment(ActiveRun run, Sink sink, List<Delivery> deliveries) {

    /** Those of all sinks. */
    static List<Delivery> deliveries(List<Consignment> consignments) {
        return consignments.stream()
                .flatMap(consignment -> consignment.deliveries().stream())
                .toList();
    }
}
