package com.giosg.chatreports.metrics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the figures of a metric come about, and so whether they add up. */
public enum Aggregation {
    COUNT,
    SUM,
    AVERAGE;

    /** As in the header of a template: {@code count}, {@code sum}, {@code average}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Counts and sums of disjoint buckets add up to the figure of all of them; averages never do. */
    public boolean addsUp() {
        return this != AVERAGE;
    }

    public static Optional<Aggregation> of(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }
}
