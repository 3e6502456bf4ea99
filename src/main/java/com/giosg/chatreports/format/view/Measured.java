package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.facts.Yardstick;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What the organization's figures of the whole window are measured by. */
final class Measured {

    private final Language language;
    private final Yardstick yardstick;
    private final Gathered earlier;

    private Measured(Language language, Yardstick yardstick, Gathered earlier) {
        this.language = language;
        this.yardstick = yardstick;
        this.earlier = earlier;
    }

    static Measured by(ReportFacts facts) throws IOException {
        Yardstick yardstick = facts.yardstick();
        Language language = facts.language();
        return new Measured(language, yardstick, Gathered.ofWindow(yardstick.earlier(), language, Scope.ORG));
    }

    /** Against the window before: one where figures are compared with it, else none. */
    List<Change> change(Metric metric, Figure total) {
        return yardstick.before().map(unused -> Change.of(metric, total, earlier.total(metric), language)).stream()
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
