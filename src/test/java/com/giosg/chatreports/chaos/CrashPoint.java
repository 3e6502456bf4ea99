package com.giosg.chatreports.chaos;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Between two states of the ledger.
 *
 * @param write what is written: the method of the ledger, and sink and state where there are some
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

    /** All of them, in an order in which each is reached by the life after the one that ended at the point before. */
    static List<CrashPoint> all() {
        Stream<String> ofDeliveries = Peers.SINKS.stream()
                .flatMap(sink -> OF_DELIVERIES.stream().map(state -> "note %s %s".formatted(sink, state)));
        return around(Stream.concat(OF_RUNS.stream(), ofDeliveries));
    }

    static List<CrashPoint> around(Stream<String> writes) {
        return writes.flatMap(write -> Stream.of(new CrashPoint(When.BEFORE, write), new CrashPoint(When.AFTER, write)))
                .toList();
    }

    boolean isAt(String writing) {
        return writing.equals(write);
    }

    @Override
    public String toString() {
        return when.name().toLowerCase(Locale.ROOT) + " " + write;
    }
}
