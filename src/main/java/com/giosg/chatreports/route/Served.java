package com.giosg.chatreports.route;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The runs that are going in this process. Applications that follow each other share it: what one of them has begun, the next one leaves to it.
 */
public final class Served {

    private final Set<String> runIds = ConcurrentHashMap.newKeySet();

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
}
