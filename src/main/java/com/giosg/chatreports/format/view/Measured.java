package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.facts.Yardstick;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The organization's figures of the whole window, held against what they are measured by. */
final class Measured {

    private final Language language;
    private final Yardstick yardstick;
    private final Gathered earlier;
    private final Gathered whole;

    private Measured(Language language, Yardstick yardstick, Gathered earlier, Gathered whole) {
        this.language = language;
        this.yardstick = yardstick;
        this.earlier = earlier;
        this.whole = whole;
    }

    static Measured by(ReportFacts facts) throws IOException {
        Yardstick yardstick = facts.yardstick();
        Language language = facts.language();
        return new Measured(
                language,
                yardstick,
                Gathered.from(yardstick.earlier(), language, Scope.ORG, false),
                Gathered.from(yardstick.whole(), language, Scope.ORG, false));
    }

    /**
     * The figure of the whole window: Giosg's own answer where the buckets do not make one.
     *
     * @param ofBuckets what they make
     */
    Figure total(Metric metric, Figure ofBuckets) {
        return ofBuckets.mark() == Mark.APART && isAnsweredAsAWhole(metric) ? whole.total(metric, true) : ofBuckets;
    }

    /** Whether Giosg was asked for the one figure of an average that has several buckets, and answered. */
    boolean isAnsweredAsAWhole(Metric metric) {
        return whole.total(metric, true).mark() != Mark.ABSENT;
    }

    /** Against the window before: one where figures are compared with it, else none. */
    List<Change> change(Metric metric, Figure total) {
        return yardstick
                .before()
                .map(unused -> Change.of(metric, total, earlier.total(metric, true), language))
                .stream()
                .toList();
    }

    /** A verdict for each bound of the metric's target; none where it has none. */
    List<Verdict> verdicts(Metric metric, Figure total) {
        return Optional.ofNullable(yardstick.targets().get(metric.id()))
                .map(target -> Verdict.of(
                        metric, target, total, change(metric, total).stream().findFirst(), language))
                .orElse(List.of());
    }
}
