package com.giosg.chatreports.ledger;

import java.util.List;

/** Why nothing of a run was sent, though nothing went wrong. */
public final class KeptBack {

    /** How a note of the run begins that says why it, or a part of it, was not sent. */
    public static final String NOTE = "not sent";

    private KeptBack() {}

    /**
     * Whether all went well, and the report was not to be sent.
     *
     * @param made what was made last for its sinks
     */
    public static boolean is(Run run, List<?> made) {
        return (run.state() == Run.State.DONE || run.state() == Run.State.DONE_WITH_GAPS) && made.isEmpty();
    }

    /**
     * Why it was kept back, or skipped; nothing where neither is the case.
     *
     * @param made what was made last for its sinks
     */
    public static List<String> causes(Run run, List<?> made) {
        if (run.state() == Run.State.SKIPPED) {
            return run.notes();
        }
        return is(run, made)
                ? run.notes().stream().filter(note -> note.startsWith(NOTE)).toList()
                : List.of();
    }
}
