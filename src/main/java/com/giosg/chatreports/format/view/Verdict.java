package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Bounds;
import com.giosg.chatreports.config.Target;
import com.giosg.chatreports.metrics.Metric;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether one bound of a target is kept.
 *
 * @param wanted in words, e.g. {@code at least 100}
 */
public record Verdict(State state, String wanted) {

    /** Whether a target is met. */
    public enum State {
        MET("✓", "met"),
        MISSED("✗", "missed"),
        /** The figure, or what it is compared with, could not be had. */
        UNKNOWN("?", "not known");

        private final String symbol;
        private final String word;

        State(String symbol, String word) {
            this.symbol = symbol;
            this.word = word;
        }

        /** For templates: {@code missed}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** So that no colour is needed. */
        public String symbol() {
            return symbol;
        }

        static State of(boolean kept) {
            return kept ? MET : MISSED;
        }
    }

    /** On one line, e.g. {@code ✗ Target missed: at least 100}. */
    public String words() {
        return state.symbol + " " + sentence();
    }

    /** The same without the symbol. */
    public String sentence() {
        return "Target %s: %s".formatted(state.word, wanted);
    }

    /**
     * A verdict for each bound.
     *
     * @param figure of the whole window
     * @param change against the window before; empty where nothing was compared
     */
    static List<Verdict> of(Metric metric, Target target, Figure figure, Optional<Change> change) {
        List<Verdict> verdicts = new ArrayList<>();
        Optional<BigDecimal> value = Optional.ofNullable(figure.value());
        Bounds figures = target.figure();
        figures.least()
                .ifPresent(least -> verdicts.add(least(value, least, "at least " + Numbers.text(least, metric))));
        figures.most().ifPresent(most -> verdicts.add(most(value, most, "at most " + Numbers.text(most, metric))));
        Optional<BigDecimal> percent = change.flatMap(Verdict::percent);
        Bounds changes = target.change();
        changes.least().ifPresent(least -> verdicts.add(least(percent, least, noLess(least))));
        changes.most().ifPresent(most -> verdicts.add(most(percent, most, noMore(most))));
        return verdicts;
    }

    private static String noLess(BigDecimal percent) {
        return switch (percent.signum()) {
            case 1 -> "at least %s more".formatted(Numbers.percentage(percent));
            case -1 -> "no more than %s less".formatted(Numbers.percentage(percent.negate()));
            default -> "no less than before";
        };
    }

    private static String noMore(BigDecimal percent) {
        return switch (percent.signum()) {
            case 1 -> "no more than %s more".formatted(Numbers.percentage(percent));
            case -1 -> "at least %s less".formatted(Numbers.percentage(percent.negate()));
            default -> "no more than before";
        };
    }

    /** What was nothing before has grown by more than any percentage. */
    private static Optional<BigDecimal> percent(Change change) {
        return change.trend() == Change.Trend.NEW
                ? Optional.of(BigDecimal.valueOf(Long.MAX_VALUE))
                : Optional.ofNullable(change.percent());
    }

    private static Verdict least(Optional<BigDecimal> value, BigDecimal least, String wanted) {
        return new Verdict(
                value.map(known -> State.of(known.compareTo(least) >= 0)).orElse(State.UNKNOWN), wanted);
    }

    private static Verdict most(Optional<BigDecimal> value, BigDecimal most, String wanted) {
        return new Verdict(
                value.map(known -> State.of(known.compareTo(most) <= 0)).orElse(State.UNKNOWN), wanted);
    }
}
