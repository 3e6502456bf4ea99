package com.giosg.chatreports.ledger;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Keeps runs that make up for missed ones behind those that fall due: only a few of them are going at once, of all reports
 * together, so that there is always a place for one that falls due.
 */
public final class CatchUps {

    private final Ledger ledger;
    private final int most;
    private final Set<String> going = new HashSet<>();

    /**
     * What the process before left behind is made up for as well.
     *
     * @param most fewer than runs are served side by side
     */
    public CatchUps(Ledger ledger, int most) {
        this.ledger = ledger;
        this.most = most;
        ledger.unfinished().forEach(run -> going.add(run.id()));
    }

    /**
     * Plans a run where there is a place for it. Nobody else does so meanwhile: a run that the ledger does not know yet would
     * not count.
     *
     * @return empty where all places are taken
     */
    synchronized Optional<Look> begin(String runId, Supplier<Look> plan) {
        going.removeIf(this::isOver);
        if (going.size() >= most) {
            return Optional.empty();
        }
        Look planned = plan.get();
        going.add(runId);
        return Optional.of(planned);
    }

    private boolean isOver(String runId) {
        return ledger.run(runId)
                .filter(run -> !run.state().isFinal() && !run.waitsAside())
                .isEmpty();
    }
}
