package com.giosg.chatreports.ledger;

import java.util.List;
import java.util.Optional;

/** Looks back. Each question costs a few statements and little memory, however much the ledger holds. */
public interface History {

    /** The runs that were planned last, the last one first; those that were skipped are none. */
    List<RunSummary> latest(int most);

    /** Of each report and organization the run that was planned last, without its notes; those that were skipped are none. */
    List<RunSummary> lastOfEach();

    /** What fell due last and was not made, the last one first; its note says why. */
    List<Run> skipped(int most);

    Optional<RunSummary> summary(String runId);
}
