package com.giosg.chatreports.cli;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/**
 * What is left of those that worked on a ledger which was lost: steps that wait for somebody who does not answer. They can note
 * nothing any more, and their runs are left to them until they are over, so that nobody is sent the same thing by two at once.
 */
final class Remnants {

    private final Surroundings surroundings;
    private final List<Serving> ended = new CopyOnWriteArrayList<>();

    Remnants(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Keeps what is left of one that was ended, and says so. */
    void add(Serving serving) {
        if (serving.isOver()) {
            return;
        }
        ended.add(serving);
        Set<String> runIds = serving.runIds();
        if (!runIds.isEmpty()) {
            surroundings
                    .err()
                    .println(
                            "The ledger was lost while somebody was waited for who does not answer. Nothing of it is noted any more, and these runs are taken up again once that wait is over: %s"
                                    .formatted(runIds.stream().sorted().collect(Collectors.joining(", "))));
        }
    }

    /** Whether a run is still in the hands of one of them. */
    boolean have(String runId) {
        ended.removeIf(Serving::isOver);
        return ended.stream().anyMatch(serving -> serving.runIds().contains(runId));
    }
}
