package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.metrics.Metric;
import java.math.BigDecimal;

/**
 * One figure as people read it.
 *
 * @param value null where there is none
 * @param text the number as it is printed; a dash or a word where there is none
 * @param brief the same for narrow columns
 * @param mark what to know about it
 */
public record Figure(BigDecimal value, String text, String brief, Mark mark) {

    private static final String DASH = "–";

    /** A number. */
    static Figure of(BigDecimal value, Metric metric, boolean provisional, Language language) {
        return new Figure(
                value,
                Numbers.text(value, metric, language),
                Numbers.brief(value, metric, language),
                provisional ? Mark.PROVISIONAL : Mark.PLAIN);
    }

    /** No number, for the reason that the mark gives. */
    public static Figure none(Mark mark, Language language) {
        String text = mark == Mark.GAP ? language.text(Phrase.MISSING) : DASH;
        return new Figure(null, text, mark == Mark.GAP ? "?" : DASH, mark);
    }
}
