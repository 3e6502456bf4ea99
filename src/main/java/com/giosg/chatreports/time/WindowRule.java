package com.giosg.chatreports.time;

import java.time.Instant;
import java.time.ZoneId;

/** Which window a run covers, given the instant at which it fell due, e.g. {@code last-week}. */
public interface WindowRule {

    /** As written in the configuration. */
    String text();

    Window resolve(Instant due, ZoneId zone);
}
