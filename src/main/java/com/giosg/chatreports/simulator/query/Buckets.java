package com.giosg.chatreports.simulator.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The buckets of an interval, whether anything lies in them or not. */
public final class Buckets {

    private Buckets() {}

    /** The starts of all buckets that a body asks for, printed in its zone. */
    public static List<String> starts(JsonNode body) {
        Interval interval = Interval.read(body, Assumptions.defaults().with(Assumption.MAX_DAYS, "unlimited"));
        Granularity granularity = Granularity.of(body.path("granularity").asText());
        return between(granularity, interval, interval.start(), interval.end()).stream()
                .map(start -> Printer.timestamp(start, interval.zone()))
                .toList();
    }

    /** From the bucket that holds the first moment to the last one that starts before the end. */
    static List<Instant> between(Granularity granularity, Interval interval, Instant first, Instant end) {
        List<Instant> starts = new ArrayList<>();
        Instant start = granularity.floor(first, interval);
        while (start.isBefore(end)) {
            starts.add(start);
            start = granularity.next(start, interval);
        }
        return starts;
    }
}
