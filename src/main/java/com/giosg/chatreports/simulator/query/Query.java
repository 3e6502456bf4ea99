package com.giosg.chatreports.simulator.query;

import java.util.List;

/** A question in the language of the chat sessions and events APIs. */
public record Query(
        Interval interval,
        Granularity granularity,
        List<String> groupBy,
        List<Aggregation> aggregations,
        Filter filter) {}
