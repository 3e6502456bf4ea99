package com.giosg.chatreports.format.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Bars side by side, as long as their values are large. */
public final class Bars {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private Bars() {}

    /** The lengths in percent of the longest. What is not above zero has no length. */
    public static List<String> lengths(List<BigDecimal> values) {
        BigDecimal longest = values.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        return values.stream().map(value -> length(value, longest)).toList();
    }

    private static String length(BigDecimal value, BigDecimal longest) {
        if (value.signum() <= 0) {
            return "0";
        }
        return value.multiply(WHOLE)
                .divide(longest, 2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
