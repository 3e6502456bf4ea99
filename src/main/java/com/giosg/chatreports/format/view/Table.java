package com.giosg.chatreports.format.view;

import com.giosg.chatreports.metrics.Scope;
import java.util.List;

/**
 * Lines with a figure per metric.
 *
 * @param title what it shows, e.g. {@code Teams}
 * @param lineNoun what a line is, in a sentence, e.g. {@code team}
 * @param lineTitle the same at the head of a column, e.g. {@code Team}
 * @param scope whose figures the lines are: a team or user each, or else of the whole, by bucket
 * @param columns a metric each
 * @param lines in the order in which they are read
 * @param foot the organization's figures for the whole window, one line where they were asked, else none;
 *     never a sum of teams or users
 */
public record Table(
        String title,
        String lineNoun,
        String lineTitle,
        Scope scope,
        List<Heading> columns,
        List<Line> lines,
        List<Line> foot) {

    /**
     * One subject or one bucket.
     *
     * @param label what the line is about
     * @param figures one for each of the columns
     */
    public record Line(Label label, List<Figure> figures) {}
}
