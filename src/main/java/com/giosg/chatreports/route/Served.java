package com.giosg.chatreports.route;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runs that are going in this process, and what arrived of them that could not be noted yet. Applications that follow each
 * other share it: what one of them has begun, the next one leaves to it.
 */
public final class Served {

    private final Instant since;
    private final Set<String> runIds = ConcurrentHashMap.newKeySet();
    private final Map<String, String> receipts = new ConcurrentHashMap<>();

    /**
     * Nothing is going.
     *
     * @param since now
     */
    public Served(Instant since) {
        this.since = since;
    }

    /** When the first of these applications began. */
    Instant since() {
        return since;
    }

    /** False: somebody serves it already. */
    boolean claim(String runId) {
        return runIds.add(runId);
    }

    void release(String runId) {
        runIds.remove(runId);
    }

    boolean has(String runId) {
        return runIds.contains(runId);
    }

    /** Of what arrived and must not be sent again, by the key of the delivery. */
    Map<String, String> receipts() {
        return receipts;
    }
}
