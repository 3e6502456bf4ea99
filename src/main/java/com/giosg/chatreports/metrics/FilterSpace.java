package com.giosg.chatreports.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finitely many combinations of values that stand for all there are: filters that agree on these agree on every one. */
final class FilterSpace {

    /** More combinations than this are not tried. */
    private static final long MOST_COMBINATIONS = 1_000_000;

    private final List<Map.Entry<String, Set<String>>> axes;

    private FilterSpace(List<Map.Entry<String, Set<String>>> axes) {
        this.axes = axes;
    }

    /** What the filters can tell apart while every free condition holds; empty when that cannot be decided. */
    static Optional<FilterSpace> whereFreeConditionsHold(Filter filter) {
        return ofConditions(conditions(filter).filter(condition -> !(condition instanceof Filter.Free)));
    }

    /** Everything that the two filters can tell apart; empty when that cannot be decided. */
    static Optional<FilterSpace> ofBoth(Filter left, Filter right) {
        return ofConditions(Stream.of(left, right).flatMap(FilterSpace::conditions));
    }

    /** Undecided is what is too much, and a dimension compared both as numbers and as text. */
    private static Optional<FilterSpace> ofConditions(Stream<Filter> conditions) {
        Map<String, List<Filter>> byAxis =
                conditions.collect(Collectors.groupingBy(FilterSpace::axis, TreeMap::new, Collectors.toList()));
        if (byAxis.values().stream().anyMatch(Representatives::areComparedInBothOrders)) {
            return Optional.empty();
        }
        List<Map.Entry<String, Set<String>>> axes = byAxis.entrySet().stream()
                .map(axis -> Map.entry(axis.getKey(), Representatives.of(axis.getKey(), axis.getValue())))
                .toList();
        double combinations =
                axes.stream().mapToDouble(axis -> axis.getValue().size()).reduce(1, (a, b) -> a * b);
        return combinations > MOST_COMBINATIONS ? Optional.empty() : Optional.of(new FilterSpace(axes));
    }

    /** Whether a combination passes the test. */
    boolean some(Predicate<Map<String, String>> test) {
        return some(0, new HashMap<>(), test);
    }

    private boolean some(int index, Map<String, String> values, Predicate<Map<String, String>> test) {
        if (index == axes.size()) {
            return test.test(values);
        }
        Map.Entry<String, Set<String>> axis = axes.get(index);
        return axis.getValue().stream().anyMatch(value -> {
            values.put(axis.getKey(), value);
            return some(index + 1, values, test);
        });
    }

    static Stream<Filter> conditions(Filter filter) {
        if (filter instanceof Filter.All all) {
            return all.parts().stream().flatMap(FilterSpace::conditions);
        }
        if (filter instanceof Filter.Any any) {
            return any.parts().stream().flatMap(FilterSpace::conditions);
        }
        return Stream.of(filter);
    }

    private static String axis(Filter condition) {
        if (condition instanceof Filter.Selector selector) {
            return selector.dimension();
        }
        return condition instanceof Filter.Bound bound ? bound.dimension() : condition.words();
    }
}
