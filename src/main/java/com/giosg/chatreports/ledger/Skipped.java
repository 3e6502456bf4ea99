package com.giosg.chatreports.ledger;

import java.util.List;

/**
 * Due times that get no run.
 *
 * @param rows what the ledger keeps of them; one may stand for many
 * @param times how many there are
 */
record Skipped(List<Run> rows, long times) {

    static final Skipped NOTHING = new Skipped(List.of(), 0);
}
