package com.giosg.chatreports.config;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The ways in which reports write days and times; each language has a pattern for each. */
public enum DateStyle {
    DAY(true),
    DAY_WITH_YEAR(true),
    BRIEF_DAY(true),
    BRIEF_DAY_WITH_YEAR(true),
    WEEKDAY(true),
    MONTH(true),
    TIME(false),
    INSTANT(false);

    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2020, 12, 30, 23, 59, 58, 0, ZoneId.of("UTC"));

    private final boolean ofDays;

    DateStyle(boolean ofDays) {
        this.ofDays = ofDays;
    }

    /** As in files, e.g. {@code brief-day}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> ids() {
        return Stream.of(values()).map(DateStyle::id).toList();
    }

    /** Something that every pattern of this style can write. */
    TemporalAccessor sample() {
        return ofDays ? SAMPLE.toLocalDate() : SAMPLE;
    }
}
