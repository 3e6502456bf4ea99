package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.row.Row;
import java.math.BigDecimal;

/** The figures of one metric about one subject, added up while their rows pass by. */
final class Tally {

    private BigDecimal sum = BigDecimal.ZERO;
    private int rows;
    private int values;
    private boolean provisional;
    private boolean gap;
    private boolean something;

    void add(Row row) {
        rows++;
        gap |= row.status() == Row.Status.GAP;
        provisional |= row.status() == Row.Status.PROVISIONAL;
        if (!row.value().isEmpty()) {
            values++;
            BigDecimal value = new BigDecimal(row.value());
            something |= value.signum() != 0;
            sum = sum.add(value);
        }
    }

    /** Whether every row of it is a gap, so that nothing is known about the subject but its name. */
    boolean isGap() {
        return gap && values == 0;
    }

    /** Whether all is known, and nothing of it is other than 0. */
    boolean isEmpty() {
        return !gap && !something;
    }

    /**
     * The one figure for all of the rows, if there is one: a sum where a bucket is missing would be too small, and
     * averages of several buckets are none of the whole, since their weights are unknown.
     *
     * @param single whether the window is one bucket
     */
    Figure figure(Metric metric, boolean single, Language language) {
        if (gap) {
            return Figure.none(Mark.GAP, language);
        }
        if (rows == 0) {
            return Figure.none(Mark.ABSENT, language);
        }
        if (!single && !metric.aggregation().addsUp()) {
            return Figure.none(Mark.APART, language);
        }
        return values == 0 ? Figure.none(Mark.NOTHING, language) : Figure.of(sum, metric, provisional, language);
    }
}
