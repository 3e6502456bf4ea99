package com.giosg.chatreports.simulator.query;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range filter: {@code lower <= value <= upper}, either end optional and, when strict, exclusive. A text that is no
 * number matches no numeric bound.
 */
record Bound(
        String dimension,
        Optional<String> lower,
        boolean lowerStrict,
        Optional<String> upper,
        boolean upperStrict,
        boolean numeric)
        implements Filter {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    @Override
    public boolean matches(Item item) {
        return item.values(dimension).stream().anyMatch(this::holds);
    }

    private boolean holds(String value) {
        if (numeric && !isNumber(value)) {
            return false;
        }
        Comparator<String> order = numeric ? Comparator.comparing(BigDecimal::new) : Comparator.naturalOrder();
        boolean highEnough = lower.map(bound -> order.compare(value, bound))
                .map(compared -> lowerStrict ? compared > 0 : compared >= 0)
                .orElse(true);
        boolean lowEnough = upper.map(bound -> order.compare(value, bound))
                .map(compared -> upperStrict ? compared < 0 : compared <= 0)
                .orElse(true);
        return highEnough && lowEnough;
    }

    static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }
}
