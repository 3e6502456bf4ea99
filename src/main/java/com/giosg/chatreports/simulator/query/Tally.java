package com.giosg.chatreports.simulator.query;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Computes one figure of one bucket and group. Averages carry 16 digits. */
final class Tally {

    private final Aggregation aggregation;
    private final Set<String> distinct = new HashSet<>();
    private long rows;
    private long numbers;
    private BigDecimal sum = BigDecimal.ZERO;
    private Optional<BigDecimal> lowest = Optional.empty();
    private Optional<BigDecimal> highest = Optional.empty();

    Tally(Aggregation aggregation) {
        this.aggregation = aggregation;
    }

    void add(Item item) {
        rows++;
        switch (aggregation.kind()) {
            case COUNT -> {}
            case UNIQUE -> distinct.addAll(item.values(aggregation.dimension()));
            default ->
                item.values(aggregation.dimension()).stream()
                        .filter(Bound::isNumber)
                        .map(BigDecimal::new)
                        .forEach(this::add);
        }
    }

    private void add(BigDecimal number) {
        numbers++;
        sum = sum.add(number);
        lowest = Optional.of(lowest.map(number::min).orElse(number));
        highest = Optional.of(highest.map(number::max).orElse(number));
    }

    /** A whole number for counts, a decimal for the rest, nothing where there is nothing to average. */
    Optional<Number> figure() {
        return switch (aggregation.kind()) {
            case COUNT -> Optional.of(rows);
            case UNIQUE -> Optional.of((long) distinct.size());
            case SUM -> Optional.of(sum);
            case MIN -> lowest.map(number -> number);
            case MAX -> highest.map(number -> number);
            case AVG ->
                numbers == 0
                        ? Optional.empty()
                        : Optional.of(sum.divide(BigDecimal.valueOf(numbers), MathContext.DECIMAL64));
        };
    }
}
