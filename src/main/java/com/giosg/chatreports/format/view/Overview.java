package com.giosg.chatreports.format.view;

import java.util.List;

/**
 * The figures of the whole organization, or of the only team.
 *
 * @param buckets what the figures beside the total are of; none where there are too many for columns, or one alone
 * @param single whether the window is one bucket, so that no figure is a total of several
 * @param lines a metric each; none where the report does not ask for the organization
 */
public record Overview(List<Label> buckets, boolean single, List<Line> lines) {

    /**
     * One metric.
     *
     * @param metric which
     * @param total over the whole window, where that is one figure
     * @param buckets one for each of the labels
     * @param change of the total against the window before: one where they are compared, else none
     * @param verdicts one for each bound of its target, where it has one
     */
    public record Line(
            Heading metric, Figure total, List<Figure> buckets, List<Change> change, List<Verdict> verdicts) {}
}
