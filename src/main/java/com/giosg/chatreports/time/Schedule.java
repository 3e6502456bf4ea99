package com.giosg.chatreports.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** When a report falls due. */
public interface Schedule {

    /** As an operator would say it, e.g. {@code at 07:30 on monday}. */
    String text();

    /** The first due instant after the given one; empty when it never falls due again. */
    Optional<Instant> nextAfter(Instant instant, ZoneId zone);

    /** The shortest time between two due instants, on days without a change of the clocks; a day at most. */
    Duration spacing();
}
