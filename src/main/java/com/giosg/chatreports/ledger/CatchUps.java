package com.giosg.chatreports.ledger;

import java.util.HashSet;
import java.util.Set;

/**
 * Keeps runs that make up for missed ones behind those that fall due: only a few of them are going at once, of all reports
 * together, so that there is always a place for one that falls due.
 */
public final class CatchUps {

    private final Ledger ledger;
    private final int most;
    private final Set<String> going = new HashSet<>();

    /**
     * None is going so far.
     *
     * @param most fewer than runs are served side by side
     */
    public CatchUps(Ledger ledger, int most) {
        this.ledger = ledger;
        this.most = most;
    }

    /** Takes a place for a run that is about to be planned. False: all are taken. */
    synchronized boolean begin(String runId) {
        going.removeIf(this::isOver);
        return going.size() < most && going.add(runId);
    }

    private boolean isOver(String runId) {
        return ledger.run(runId)
                .filter(run -> !run.state().isFinal() && !run.waitsAside())
                .isEmpty();
    }
}
