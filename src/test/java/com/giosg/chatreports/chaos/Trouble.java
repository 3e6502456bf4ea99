package com.giosg.chatreports.chaos;

import java.util.List;
import java.util.stream.Stream;

/** What goes wrong with the peers, and what the application then writes to its ledger. */
enum Trouble {
    METRIC_REFUSED("status=400,path=chat_sessions,contains=" + Trouble.METRIC, "gap", "move DONE_WITH_GAPS"),
    METRIC_AWAY("status=503,retry-after=0,path=chat_sessions,contains=" + Trouble.METRIC, "postpone", "askLater"),
    /** For longer than it would be tried again at once. */
    INBOX_AWAY("status=503,retry-after=300,path=/inbox", "note inbox WAITING", "rest");

    /** What the question for one of the two metrics contains, and that for the other does not. */
    private static final String METRIC = "chat_session_id";

    private final String fault;
    private final String first;
    private final String second;

    Trouble(String fault, String first, String second) {
        this.fault = fault;
        this.first = first;
        this.second = second;
    }

    List<CrashPoint> points() {
        return CrashPoint.around(Stream.of(first, second));
    }

    void befall(Peers peers) {
        peers.simulator.faults().clear();
        peers.simulator.faults().add(fault);
    }
}
