package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Measures.Send;
import java.util.List;
import java.util.Optional;

/** Whether a report is worth sending. What is missing is never a reason to keep it back: somebody has to know. */
public final class Unsent {

    private Unsent() {}

    /** Why it is not sent, in words; empty: it is. */
    public static Optional<String> why(Send send, ReportView report) {
        return switch (send) {
            case ALWAYS -> Optional.empty();
            case WHEN_NOT_EMPTY -> Optional.of("nothing happened in the window").filter(unused -> report.empty());
            case WHEN_TARGET_MISSED ->
                Optional.of("every target is met").filter(unused -> verdicts(report).stream()
                        .allMatch(verdict -> verdict.state() == Verdict.State.MET));
        };
    }

    private static List<Verdict> verdicts(ReportView report) {
        return report.overview().lines().stream()
                .flatMap(line -> line.verdicts().stream())
                .toList();
    }
}
