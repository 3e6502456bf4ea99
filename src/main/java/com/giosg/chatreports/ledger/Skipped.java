package com.giosg.chatreports.ledger;

import java.util.Comparator;
import java.util.List;

/**
 * Due times that get no run.
 *
 * @param rows what the ledger keeps of them; one may stand for many
 * @param times how many there are
 * @param waited how many of them, because the run before was still going
 */
record Skipped(List<Run> rows, long times, long waited) {

    static final Skipped NOTHING = new Skipped(List.of(), 0, 0);

    /** There is one. */
    Run newest() {
        return rows.stream().max(Comparator.comparing(Run::due)).orElseThrow();
    }
}
