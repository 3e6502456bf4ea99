package com.giosg.chatreports.time;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The size of the buckets inside a window, by the names that Giosg's APIs use. */
public enum Granularity {
    ALL,
    MINUTE,
    FIFTEEN_MINUTE,
    THIRTY_MINUTE,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR;

    /** The API's own spelling, e.g. {@code fifteen_minute}; the configuration and the rows use it too. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Granularity> of(String id) {
        return Arrays.stream(values()).filter(value -> value.id().equals(id)).findFirst();
    }
}
