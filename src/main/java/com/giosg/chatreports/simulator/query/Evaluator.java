package com.giosg.chatreports.simulator.query;

import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Answers a query over rows: filters, then one set of figures per bucket and group. */
public final class Evaluator {

    private final Assumptions assumptions;

    public Evaluator(Assumptions assumptions) {
        this.assumptions = assumptions;
    }

    public Table answer(Query query, Stream<? extends Item> items) {
        SortedMap<Group, List<Tally>> tallies = new TreeMap<>(tally(query, items));
        if (query.groupBy().isEmpty()) {
            emptyBuckets(query, tallies)
                    .forEach(bucket -> tallies.putIfAbsent(new Group(bucket, List.of()), tallies(query)));
        }
        return new Printer(query, assumptions).print(tallies);
    }

    private static Map<Group, List<Tally>> tally(Query query, Stream<? extends Item> items) {
        Map<Group, List<Tally>> tallies = new HashMap<>();
        items.filter(query.filter()::matches).forEach(item -> {
            for (Group group : groups(query, item)) {
                tallies.computeIfAbsent(group, key -> tallies(query)).forEach(tally -> tally.add(item));
            }
        });
        return tallies;
    }

    private static List<Tally> tallies(Query query) {
        return query.aggregations().stream().map(Tally::new).toList();
    }

    /** One group, or one per element where a dimension is an array: Druid's rule for multi-value dimensions. */
    private static List<Group> groups(Query query, Item item) {
        List<List<Optional<String>>> combinations = List.of(List.of());
        for (String dimension : query.groupBy()) {
            List<Optional<String>> values =
                    item.values(dimension).stream().map(Optional::of).toList();
            combinations = extended(combinations, values.isEmpty() ? List.of(Optional.empty()) : values);
        }
        Instant bucket = query.granularity().floor(item.time(), query.interval());
        return combinations.stream().map(values -> new Group(bucket, values)).toList();
    }

    private static List<List<Optional<String>>> extended(
            List<List<Optional<String>>> combinations, List<Optional<String>> values) {
        List<List<Optional<String>>> longer = new ArrayList<>();
        for (List<Optional<String>> combination : combinations) {
            for (Optional<String> value : values) {
                longer.add(Stream.concat(combination.stream(), Stream.of(value)).toList());
            }
        }
        return longer;
    }

    private List<Instant> emptyBuckets(Query query, SortedMap<Group, List<Tally>> tallies) {
        if (query.granularity() == Granularity.ALL) {
            boolean row = assumptions.is(Assumption.EMPTY_ANSWER, "row");
            return row ? List.of(query.interval().start()) : List.of();
        }
        return switch (assumptions.value(Assumption.EMPTY_BUCKETS)) {
            case "all" ->
                buckets(query, query.interval().start(), query.interval().end());
            case "inner" ->
                tallies.isEmpty()
                        ? List.of()
                        : buckets(
                                query,
                                tallies.firstKey().bucket(),
                                tallies.lastKey().bucket());
            default -> List.of();
        };
    }

    private static List<Instant> buckets(Query query, Instant first, Instant end) {
        return Buckets.between(query.granularity(), query.interval(), first, end);
    }
}
