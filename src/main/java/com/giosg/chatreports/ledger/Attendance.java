package com.giosg.chatreports.ledger;

import java.time.Instant;

/**
 * When somebody looked at what falls due, and saw the next one wait.
 *
 * @param since without a break until now
 * @param waitedUntil when a run that was going was last seen to keep the next one waiting
 */
record Attendance(Instant since, Instant waitedUntil) {

    /** Nothing has waited so far. */
    static Attendance since(Instant since) {
        return new Attendance(since, Instant.MIN);
    }

    Attendance waiting(Instant now) {
        return new Attendance(since, now);
    }

    /** Whether nobody was there when this fell due. */
    boolean beganAfter(Instant due) {
        return since.isAfter(due);
    }

    /** Whether somebody was there when this fell due and saw it wait: what was seen so late says nothing of the time before. */
    boolean sawWaiting(Instant due) {
        return !beganAfter(due) && !due.isAfter(waitedUntil);
    }
}
