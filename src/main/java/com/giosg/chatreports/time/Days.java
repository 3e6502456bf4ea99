package com.giosg.chatreports.time;

import java.time.LocalDate;
import java.util.Optional;

/** The days of a calendar on which something falls due. */
@FunctionalInterface
interface Days {

    Days EVERY_DAY = Optional::of;

    /** The first such day from the given one on; empty when there is none any more. */
    Optional<LocalDate> onOrAfter(LocalDate day);
}
