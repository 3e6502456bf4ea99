package com.giosg.chatreports.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * What is left of those that worked on a ledger which was lost: steps that wait for somebody who does not answer. They can note
 * nothing any more. A run of which they send something is left to them until that is over, so that nobody is sent the same thing
 * by two at once; any other is not.
 */
final class Remnants {

    private final Surroundings surroundings;
    private final List<Serving> ended = new CopyOnWriteArrayList<>();
    private final Map<String, String> receipts = new ConcurrentHashMap<>();

    Remnants(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Keeps what is left of one that was ended, and says so. */
    void add(Serving serving) {
        ended.removeIf(Serving::isOver);
        if (serving.isOver()) {
            return;
        }
        ended.add(serving);
        Set<String> runIds = serving.beingSent();
        if (!runIds.isEmpty()) {
            surroundings
                    .err()
                    .println(
                            "The ledger was lost while somebody was waited for who does not answer. Nothing of it is noted any more, and these runs are taken up again once that wait is over: %s"
                                    .formatted(runIds.stream().sorted().collect(Collectors.joining(", "))));
        }
    }

    /** Of what arrived and could not be noted, by the key of the delivery: the next ledger is told, whoever sent it. */
    Map<String, String> receipts() {
        return receipts;
    }

    /** Whether one of them is still sending something of a run. */
    boolean have(String runId) {
        ended.removeIf(Serving::isOver);
        return ended.stream().anyMatch(serving -> serving.beingSent().contains(runId));
    }
}
