package com.giosg.chatreports.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values of one dimension that stand for all of its values.
 *
 * <p>Conditions tell values apart only by the constants in them. So the constants and one value out of every gap between
 * them are enough.
 */
final class Representatives {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Representatives() {}

    static boolean areComparedInBothOrders(List<Filter> conditions) {
        return bounds(conditions).map(Filter.Bound::numeric).distinct().count() > 1;
    }

    static Set<String> of(String dimension, List<Filter> conditions) {
        if (conditions.get(0) instanceof Filter.Free) {
            return Set.of(Filter.Free.FAILS, "");
        }
        Set<String> constants = constants(conditions);
        boolean asText = bounds(conditions).anyMatch(bound -> !bound.numeric());
        if (!isCount(dimension)) {
            return Stream.concat(texts(constants), numbers(constants)).collect(Collectors.toSet());
        }
        // Compared as text, whole numbers are too tangled to enumerate: any text is allowed, so "never" stays certain.
        return asText ? texts(constants).collect(Collectors.toSet()) : wholeNumbers(constants);
    }

    /** Giosg's counts of messages and orders. */
    private static boolean isCount(String dimension) {
        return dimension.endsWith("_count");
    }

    /** In the order of text: nothing lies between a text and the same text with the lowest character added. */
    private static Stream<String> texts(Set<String> constants) {
        return Stream.concat(Stream.of(""), constants.stream().flatMap(text -> Stream.of(text, text + '\0')));
    }

    private static Stream<String> numbers(Set<String> constants) {
        TreeSet<BigDecimal> sorted = parsed(constants).collect(Collectors.toCollection(TreeSet::new));
        if (sorted.isEmpty()) {
            return Stream.empty();
        }
        Stream.Builder<BigDecimal> gaps = Stream.builder();
        gaps.add(sorted.first().subtract(BigDecimal.ONE)).add(sorted.last().add(BigDecimal.ONE));
        Iterator<BigDecimal> next = sorted.iterator();
        next.next();
        sorted.headSet(sorted.last())
                .forEach(number -> gaps.add(number.add(next.next()).divide(TWO)));
        return gaps.build().map(BigDecimal::toPlainString);
    }

    /** Zero, each constant that is a whole number, and the first whole number after each constant. */
    private static Set<String> wholeNumbers(Set<String> constants) {
        Set<String> values = new LinkedHashSet<>();
        values.add("0");
        parsed(constants)
                .map(number -> number.setScale(0, RoundingMode.FLOOR))
                .flatMap(floor -> Stream.of(floor, floor.add(BigDecimal.ONE)))
                .filter(number -> number.signum() >= 0)
                .forEach(number -> values.add(number.toPlainString()));
        return values;
    }

    private static Stream<BigDecimal> parsed(Set<String> constants) {
        return constants.stream().map(Numbers::constant).flatMap(Optional::stream);
    }

    private static Set<String> constants(List<Filter> conditions) {
        Stream<String> selected = conditions.stream()
                .filter(Filter.Selector.class::isInstance)
                .map(selector -> ((Filter.Selector) selector).value());
        Stream<String> limits = bounds(conditions)
                .flatMap(bound -> Stream.of(bound.lower(), bound.upper()))
                .flatMap(Optional::stream)
                .map(Filter.Limit::value);
        return Stream.concat(selected, limits).collect(Collectors.toSet());
    }

    private static Stream<Filter.Bound> bounds(List<Filter> conditions) {
        return conditions.stream().filter(Filter.Bound.class::isInstance).map(Filter.Bound.class::cast);
    }
}
