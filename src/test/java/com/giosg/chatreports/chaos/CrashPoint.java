package com.giosg.chatreports.chaos;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Between two states of the ledger.
 *
 * @param write what is written: the method of the ledger, and what tells this write from others, as {@link Writing} names it
 */
record CrashPoint(When when, String write) {

    enum When {
        BEFORE,
        AFTER
    }

    private static final List<String> OF_RUNS =
            List.of("planDue PLANNED", "move FETCHING", "answered", "seal", "move DELIVERING", "move DONE");

    /** What came of an intent is not known to the life that follows: it is killed as well, while it finds out. */
    private static final List<String> OF_DELIVERIES = List.of("INTENT", "UNCERTAIN", "CONFIRMED");

    /**
     * All of the way that goes well, in an order in which each is reached by the life after the one that ended at the point
     * before.
     */
    static List<CrashPoint> all() {
        return around(Stream.concat(OF_RUNS.stream(), Peers.SINKS.stream().flatMap(sink -> ofDelivery(sink, ""))));
    }

    /** What is written of a delivery that arrives. */
    static Stream<String> ofDelivery(String sink, String which) {
        return OF_DELIVERIES.stream()
                .map(state -> "note %s %s %s".formatted(sink, state, which).strip());
    }

    static List<CrashPoint> around(Stream<String> writes) {
        return writes.flatMap(write -> Stream.of(new CrashPoint(When.BEFORE, write), new CrashPoint(When.AFTER, write)))
                .toList();
    }

    private List<String> words() {
        return List.of(write.split(" "));
    }

    /** The method of the ledger that writes it. */
    String method() {
        return words().get(0);
    }

    boolean isAt(Set<String> writing) {
        return writing.containsAll(words());
    }

    @Override
    public String toString() {
        return when.name().toLowerCase(Locale.ROOT) + " " + write;
    }
}
