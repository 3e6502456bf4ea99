package com.giosg.chatreports.time;

import java.time.Instant;
import java.time.ZoneId;

/** Which window a run covers, given the instant at which it fell due, e.g. {@code last-week}. */
public interface WindowRule {

    /** As written in the configuration. */
    String text();

    Window resolve(Instant due, ZoneId zone);

    /** What one of its windows is compared with: the one before it, of the same length in terms of the calendar. */
    Window before(Window window);

    /**
     * What the window of a run is compared with. Somebody may have named another window by hand: its days alone tell what
     * comes before it.
     */
    default Window before(Window window, Instant due) {
        boolean own = resolve(due, window.zone()).equals(window);
        return own ? before(window) : WindowBefore.ofTheSameShape(window);
    }
}
