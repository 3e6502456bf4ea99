package com.giosg.chatreports.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The instants of a local day at which something falls due. */
interface TimesOfDay {

    /** The first of the day's own instants after the given one; empty when there is none. */
    Optional<Instant> firstAfter(Instant instant, LocalDay day);

    /** The shortest time between two of them, from one day to the next included. */
    Duration spacing();
}
