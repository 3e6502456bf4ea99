package com.giosg.chatreports.chaos;

import java.io.IOException;
import java.util.List;

/**
 * What goes wrong with the peers, and what the application then writes to its ledger.
 *
 * @param fault of the simulated peers
 * @param wanted what the reports want in such a case
 * @param others what befalls the other peers
 */
record Trouble(String fault, String wanted, OfOthers others, List<String> writes) {

    /** What goes wrong with peers that are not simulated. */
    interface OfOthers {
        void befall(Peers peers) throws IOException;
    }

    Trouble(String fault, String wanted, List<String> writes) {
        this(fault, wanted, peers -> {}, writes);
    }

    static Trouble of(String fault, String... writes) {
        return new Trouble(fault, Peers.WANTED, List.of(writes));
    }

    /** Has it befall the peers, and lets the application die at each of its points. */
    void befall(Trial trial) throws Exception {
        trial.peers.simulator.faults().clear();
        trial.peers.simulator.faults().add(fault);
        trial.peers.want(wanted);
        others.befall(trial.peers);
        trial.dieAt(CrashPoint.around(writes.stream()));
    }
}
