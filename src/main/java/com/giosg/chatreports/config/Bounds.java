package com.giosg.chatreports.config;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a number is wanted.
 *
 * @param least it is not to be below this
 * @param most it is not to be above this
 */
public record Bounds(Optional<BigDecimal> least, Optional<BigDecimal> most) {

    static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty());

    /** Whether there are none. */
    public boolean areOpen() {
        return Stream.of(least, most).allMatch(Optional::isEmpty);
    }

    /** Whether no number can be within both. */
    boolean excludeEachOther() {
        return least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0;
    }
}
