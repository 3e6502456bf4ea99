package com.giosg.chatreports.simulator.query;

import java.util.List;

/** Decides which rows a query counts. */
@FunctionalInterface
public interface Filter {

    boolean matches(Item item);

    static Filter everything() {
        return item -> true;
    }

    static Filter all(List<Filter> filters) {
        return item -> filters.stream().allMatch(filter -> filter.matches(item));
    }

    static Filter any(List<Filter> filters) {
        return item -> filters.stream().anyMatch(filter -> filter.matches(item));
    }

    /** Any element of an array dimension will do; an empty text asks for rows without a value, as in Druid. */
    static Filter selector(String dimension, String value) {
        return item -> {
            List<String> values = item.values(dimension);
            return values.isEmpty() ? value.isEmpty() : values.contains(value);
        };
    }
}
