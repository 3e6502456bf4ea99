package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.metrics.Metric;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;

/** Numbers for people; machines get them unrounded in the files. */
final class Numbers {

    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Numbers() {}

    static String text(BigDecimal value, Metric metric, Language language) {
        return print(value, pattern(value, metric), language);
    }

    /** Money with cents, what is counted whole, averages with as many places as one can take in, also where there are none by chance. */
    private static String pattern(BigDecimal value, Metric metric) {
        if (isMoney(metric)) {
            return "#,##0.00";
        }
        if (metric.aggregation().addsUp() && isWhole(value)) {
            return "#,##0";
        }
        return value.abs().compareTo(TEN) < 0 ? "#,##0.0#" : "#,##0.0";
    }

    /** Without the places that nobody misses in a large number. */
    static String brief(BigDecimal value, Metric metric, Language language) {
        boolean large = value.abs().compareTo(HUNDRED) >= 0;
        return large ? print(value, "#,##0", language) : text(value, metric, language);
    }

    /**
     * With its sign, e.g. {@code +44}.
     *
     * @param figure what it changes: both have the same places
     */
    static String signed(BigDecimal difference, BigDecimal figure, Metric metric, Language language) {
        return sign(difference) + print(difference.abs(), pattern(figure, metric), language);
    }

    /** Whether a difference is below what is shown of the figure. */
    static boolean isTooSmallToBeSeen(BigDecimal difference, BigDecimal figure, Metric metric, Language language) {
        String pattern = pattern(figure, metric);
        return print(difference.abs(), pattern, language).equals(print(BigDecimal.ZERO, pattern, language));
    }

    /** A figure of the operator's own, with the places that it was given. */
    static String written(BigDecimal value, Metric metric, Language language) {
        return print(value, isMoney(metric) ? "#,##0.00" : "#,##0.###", language);
    }

    /** With its sign and as many places as matter, e.g. {@code +4.5%} and {@code −12%}. */
    static String change(BigDecimal percent, Language language) {
        boolean small = percent.abs().compareTo(TEN) < 0;
        return sign(percent)
                + language.text(Phrase.PERCENT, print(percent.abs(), small ? "#,##0.#" : "#,##0", language));
    }

    /** As an operator wrote it. */
    static String percentage(BigDecimal percent, Language language) {
        return language.text(Phrase.PERCENT, print(percent, "#,##0.###", language));
    }

    private static String sign(BigDecimal number) {
        return switch (number.signum()) {
            case 1 -> "+";
            case -1 -> "−";
            default -> "±";
        };
    }

    private static boolean isMoney(Metric metric) {
        return metric.unit().contains("currency");
    }

    private static boolean isWhole(BigDecimal value) {
        return value.stripTrailingZeros().scale() <= 0;
    }

    private static String print(BigDecimal value, String pattern, Language language) {
        DecimalFormat format = new DecimalFormat(pattern, language.symbols());
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }
}
