package com.giosg.chatreports.route;

import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.row.Part;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What the artifacts of a run are made of.
 *
 * @param run whose requests are all settled
 * @param entries what became of them
 * @param parts all of the run's, in the order of the rows
 * @param facts what artifacts say besides
 */
record Material(ActiveRun run, List<RequestEntry> entries, List<Part> parts, ReportFacts facts) {

    static Material of(ActiveRun run, List<RequestEntry> entries, Ledger ledger) throws IOException {
        return of(run, entries, EarlierReports.neverZero(run, ledger));
    }

    /** For what is about one team each: what the organization had before is no part of that, and is not read. */
    static Material ofTeams(ActiveRun run, List<RequestEntry> entries) throws IOException {
        return of(run, entries, Map.of());
    }

    private static Material of(ActiveRun run, List<RequestEntry> entries, Map<String, Integer> neverZero)
            throws IOException {
        return new Material(run, entries, SealedParts.of(run, entries), RunFacts.of(run, entries, neverZero));
    }
}
