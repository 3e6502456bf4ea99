package com.giosg.chatreports.request;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The time range of a question, each end with the offset of its own instant.
 *
 * @param start inclusive
 * @param end exclusive; the API is given the last millisecond before it, as Giosg's tutorial prints it
 */
public record Interval(ZonedDateTime start, ZonedDateTime end) {

    private static final DateTimeFormatter API_FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

    /** e.g. {@code 2020-10-29T00:00:00.000+02:00}. */
    public String first() {
        return API_FORMAT.format(start);
    }

    /** e.g. {@code 2020-10-30T23:59:59.999+02:00}: the last millisecond, included. */
    public String last() {
        return API_FORMAT.format(end.minusNanos(1_000_000));
    }

    /** The zone whose clock divides the buckets, e.g. {@code Europe/Helsinki}. */
    public String timeZone() {
        return start.getZone().getId();
    }
}
