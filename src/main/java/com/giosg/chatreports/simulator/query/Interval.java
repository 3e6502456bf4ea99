package com.giosg.chatreports.simulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/**
 * The asked stretch of time.
 *
 * @param end exclusive; what is assumed about the asked end is already in it
 * @param zone decides where buckets start, nothing else
 */
public record Interval(Instant start, Instant end, ZoneId zone) {

    /** Reads {@code interval} of the chat sessions and events APIs. */
    public static Interval read(JsonNode body, Assumptions assumptions) {
        JsonNode interval = body.path("interval");
        if (!interval.isObject()) {
            throw new BadQuery("interval", "This field is required.");
        }
        ZoneId zone = zone(interval.path("time_zone"));
        return limited("interval", interval.path("start"), interval.path("end"), zone, assumptions);
    }

    /** Reads {@code timespan} of the workflow API, which has no zone. */
    static Interval readTimespan(JsonNode body, Assumptions assumptions) {
        JsonNode timespan = body.path("timespan");
        return limited("timespan", timespan.path("After"), timespan.path("Before"), ZoneOffset.UTC, assumptions);
    }

    private static Interval limited(String key, JsonNode start, JsonNode end, ZoneId zone, Assumptions assumptions) {
        Instant first = instant(key, start);
        Instant last = instant(key, end);
        if (last.isBefore(first)) {
            throw new BadQuery(key, "The end is before the start.");
        }
        if (assumptions.is(Assumption.MAX_DAYS, "180")
                && last.isAfter(first.atZone(zone).plusDays(180).toInstant())) {
            throw new BadQuery(key, "The time range can be at most 180 days.");
        }
        boolean inclusive = assumptions.is(Assumption.INTERVAL_END, "inclusive");
        return new Interval(first, inclusive ? last.plusMillis(1) : last, zone);
    }

    private static Instant instant(String key, JsonNode text) {
        try {
            return OffsetDateTime.parse(text.asText()).toInstant();
        } catch (DateTimeParseException e) {
            throw new BadQuery(key, "Not a time with an offset: " + text + ".");
        }
    }

    private static ZoneId zone(JsonNode name) {
        try {
            return ZoneId.of(name.asText("UTC"));
        } catch (DateTimeException e) {
            throw new BadQuery("interval", "Unknown time zone: " + name + ".");
        }
    }
}
