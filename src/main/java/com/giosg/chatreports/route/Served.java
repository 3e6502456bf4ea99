package com.giosg.chatreports.route;

import com.giosg.chatreports.ledger.Delivery;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * The runs that are going in this process, and what arrived of them that could not be noted yet. Applications that follow each
 * other share it: what one of them has begun, the next one leaves to it.
 */
public final class Served {

    private final Instant since;
    private final Predicate<String> elsewhere;
    private final Set<String> runIds = ConcurrentHashMap.newKeySet();
    private final Map<String, String> beingSent = new ConcurrentHashMap<>();
    private final Map<String, String> receipts;

    /**
     * Nothing is going.
     *
     * @param since now
     * @param elsewhere whether somebody in this process still has a run who cannot note any more what becomes of it
     * @param receipts of what arrived and must not be sent again, by the key of the delivery
     */
    public Served(Instant since, Predicate<String> elsewhere, Map<String, String> receipts) {
        this.since = since;
        this.elsewhere = elsewhere;
        this.receipts = receipts;
    }

    /** When the first of these applications began. */
    Instant since() {
        return since;
    }

    /** False: somebody serves it already. */
    boolean claim(String runId) {
        return !elsewhere.test(runId) && runIds.add(runId);
    }

    void release(String runId) {
        runIds.remove(runId);
    }

    boolean has(String runId) {
        return runIds.contains(runId) || elsewhere.test(runId);
    }

    /** Somebody is sent something until the part of the run that does it is over, whatever comes of it. */
    void send(Delivery delivery, Exchange exchange) {
        beingSent.put(delivery.key(), delivery.runId());
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange over) {
                beingSent.remove(delivery.key());
            }
        });
    }

    /** The ids of the runs of which somebody is being sent something. */
    public Set<String> beingSent() {
        return Set.copyOf(beingSent.values());
    }

    /** Of what arrived and must not be sent again, by the key of the delivery. */
    Map<String, String> receipts() {
        return receipts;
    }
}
