package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.metrics.Metric;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * How a figure of the window differs from that of the window before.
 *
 * @param trend which way it went
 * @param difference null where there is none
 * @param percent of the figure before; null where there is none
 * @param text both in words, e.g. {@code +12% (+44)}; {@code new}, or a dash where they cannot be had
 * @param before the figure of the window before
 */
public record Change(Trend trend, BigDecimal difference, BigDecimal percent, String text, Figure before) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Which way a figure went. */
    public enum Trend {
        UP("▲"),
        DOWN("▼"),
        SAME("="),
        /** There is one now, and there was none, or 0. */
        NEW("▲"),
        UNKNOWN("");

        private final String symbol;

        Trend(String symbol) {
            this.symbol = symbol;
        }

        /** For templates: {@code up}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** So that no colour is needed; empty where nothing is known. */
        public String symbol() {
            return symbol;
        }
    }

    /**
     * The change of a metric.
     *
     * @param now its figure of the window
     * @param before its figure of the window before
     */
    static Change of(Metric metric, Figure now, Figure before, Language language) {
        boolean isNothing = before.value() == null && before.mark() == Mark.NOTHING;
        if (now.value() == null || (before.value() == null && !isNothing)) {
            return without(Trend.UNKNOWN, "–", before);
        }
        if (isNothing || (before.value().signum() == 0 && now.value().signum() != 0)) {
            return without(Trend.NEW, language.text(Phrase.NEW), before);
        }
        BigDecimal difference = now.value().subtract(before.value());
        BigDecimal percent = difference.signum() == 0
                ? BigDecimal.ZERO
                : difference.multiply(HUNDRED).divide(before.value(), MathContext.DECIMAL64);
        BigDecimal larger = now.value().abs().max(before.value().abs());
        if (Numbers.isTooSmallToBeSeen(difference, larger, metric, language)) {
            return new Change(
                    Trend.SAME,
                    difference,
                    percent,
                    text(BigDecimal.ZERO, BigDecimal.ZERO, larger, metric, language),
                    before);
        }
        return new Change(
                trend(difference), difference, percent, text(percent, difference, larger, metric, language), before);
    }

    private static String text(
            BigDecimal percent, BigDecimal difference, BigDecimal figure, Metric metric, Language language) {
        return "%s (%s)"
                .formatted(Numbers.change(percent, language), Numbers.signed(difference, figure, metric, language));
    }

    private static Change without(Trend trend, String text, Figure before) {
        return new Change(trend, null, null, text, before);
    }

    private static Trend trend(BigDecimal difference) {
        return switch (difference.signum()) {
            case 1 -> Trend.UP;
            case -1 -> Trend.DOWN;
            default -> Trend.SAME;
        };
    }

    /** On one line, with the symbol. */
    public String words() {
        return trend.symbol().isEmpty() ? text : trend.symbol() + " " + text;
    }
}
