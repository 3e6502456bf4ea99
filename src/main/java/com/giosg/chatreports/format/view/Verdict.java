package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Bounds;
import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
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
 * @param sentence in words, e.g. {@code Target missed: at least 100}
 */
public record Verdict(State state, String sentence) {

    /** Whether a target is met. */
    public enum State {
        MET("✓", Phrase.TARGET_MET),
        MISSED("✗", Phrase.TARGET_MISSED),
        /** The figure, or what it is compared with, could not be had. */
        UNKNOWN("?", Phrase.TARGET_UNKNOWN);

        private final String symbol;
        private final Phrase phrase;

        State(String symbol, Phrase phrase) {
            this.symbol = symbol;
            this.phrase = phrase;
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
        return state.symbol + " " + sentence;
    }

    /**
     * A verdict for each bound.
     *
     * @param figure of the whole window
     * @param change against the window before; empty where nothing was compared
     */
    static List<Verdict> of(Metric metric, Target target, Figure figure, Optional<Change> change, Language language) {
        List<Verdict> verdicts = new ArrayList<>();
        Optional<BigDecimal> value = Optional.ofNullable(figure.value());
        Bounds figures = target.figure();
        figures.least()
                .ifPresent(least -> verdicts.add(of(
                        least(value, least),
                        language.text(Phrase.AT_LEAST, Numbers.written(least, metric, language)),
                        language)));
        figures.most()
                .ifPresent(most -> verdicts.add(of(
                        most(value, most),
                        language.text(Phrase.AT_MOST, Numbers.written(most, metric, language)),
                        language)));
        Optional<BigDecimal> percent = change.flatMap(Verdict::percent);
        Bounds changes = target.change();
        changes.least().ifPresent(least -> verdicts.add(of(least(percent, least), noLess(least, language), language)));
        changes.most().ifPresent(most -> verdicts.add(of(most(percent, most), noMore(most, language), language)));
        return verdicts;
    }

    private static Verdict of(State state, String bound, Language language) {
        return new Verdict(state, language.text(state.phrase, bound));
    }

    private static String noLess(BigDecimal percent, Language language) {
        return switch (percent.signum()) {
            case 1 -> language.text(Phrase.AT_LEAST_MORE, Numbers.percentage(percent, language));
            case -1 -> language.text(Phrase.AT_MOST_LESS, Numbers.percentage(percent.negate(), language));
            default -> language.text(Phrase.NO_LESS);
        };
    }

    private static String noMore(BigDecimal percent, Language language) {
        return switch (percent.signum()) {
            case 1 -> language.text(Phrase.AT_MOST_MORE, Numbers.percentage(percent, language));
            case -1 -> language.text(Phrase.AT_LEAST_LESS, Numbers.percentage(percent.negate(), language));
            default -> language.text(Phrase.NO_MORE);
        };
    }

    /** What was nothing before has grown by more than any percentage. */
    private static Optional<BigDecimal> percent(Change change) {
        return change.trend() == Change.Trend.NEW
                ? Optional.of(BigDecimal.valueOf(Long.MAX_VALUE))
                : Optional.ofNullable(change.percent());
    }

    private static State least(Optional<BigDecimal> value, BigDecimal least) {
        return value.map(known -> State.of(known.compareTo(least) >= 0)).orElse(State.UNKNOWN);
    }

    private static State most(Optional<BigDecimal> value, BigDecimal most) {
        return value.map(known -> State.of(known.compareTo(most) <= 0)).orElse(State.UNKNOWN);
    }
}
