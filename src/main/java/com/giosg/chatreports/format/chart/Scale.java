package com.giosg.chatreports.format.chart;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * An axis that begins at zero, or below it where values do, and is divided at round numbers.
 *
 * @param low where it begins
 * @param high where it ends
 * @param ticks where it is divided, both ends included, lowest first
 */
public record Scale(BigDecimal low, BigDecimal high, List<BigDecimal> ticks) {

    /** Steps that people count in; the last is the first of the next size. */
    private static final List<BigDecimal> ROUND =
            Stream.of(1, 2, 5, 10).map(BigDecimal::valueOf).toList();

    private static final BigDecimal ZERO = BigDecimal.ZERO;

    /**
     * The axis for some values.
     *
     * @param intervals into how many it is divided, as near as round numbers allow
     */
    static Scale of(Collection<BigDecimal> values, int intervals) {
        BigDecimal least = values.stream().reduce(ZERO, BigDecimal::min);
        BigDecimal most = values.stream().reduce(ZERO, BigDecimal::max);
        boolean flat = least.signum() == 0 && most.signum() == 0;
        BigDecimal top = flat ? BigDecimal.ONE : most;
        BigDecimal step = step(top.subtract(least), intervals, values.stream().allMatch(Scale::isWhole));
        return divided(border(least, step, RoundingMode.FLOOR), border(top, step, RoundingMode.CEILING), step);
    }

    /** Where a value lies: 0 at the low end, 1 at the high one. */
    double share(BigDecimal value) {
        return value.subtract(low)
                .divide(high.subtract(low), MathContext.DECIMAL32)
                .doubleValue();
    }

    /** There is no half chat. */
    private static BigDecimal step(BigDecimal length, int intervals, boolean whole) {
        BigDecimal exact = length.divide(BigDecimal.valueOf(intervals), MathContext.DECIMAL32);
        BigDecimal size = BigDecimal.ONE.scaleByPowerOfTen(exact.precision() - exact.scale() - 1);
        BigDecimal step = ROUND.stream()
                .map(size::multiply)
                .filter(round -> round.compareTo(exact) >= 0)
                .findFirst()
                .orElseThrow();
        return whole ? step.max(BigDecimal.ONE) : step;
    }

    private static BigDecimal border(BigDecimal value, BigDecimal step, RoundingMode rounding) {
        return value.divide(step, 0, rounding).multiply(step);
    }

    private static Scale divided(BigDecimal low, BigDecimal high, BigDecimal step) {
        List<BigDecimal> ticks = Stream.iterate(low, tick -> tick.compareTo(high) <= 0, tick -> tick.add(step))
                .toList();
        return new Scale(low, high, ticks);
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }
}
