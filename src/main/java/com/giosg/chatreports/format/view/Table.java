package com.giosg.chatreports.format.view;

import com.giosg.chatreports.metrics.Scope;
import java.util.List;

/**
 * Lines with a figure per metric.
 *
 * @param title what it shows, e.g. {@code Teams}
 * @param lineTitle what a line is, e.g. {@code Team}
 * @param scope whose figures the lines are: of the organization by bucket, or of a team or user each
 * @param columns a metric each
 * @param lines in the order in which they are read
 * @param foot the organization's figures for the whole window, one line where they were asked, else none;
 *     never a sum of teams or users
 */
public record Table(
        String title, String lineTitle, Scope scope, List<Heading> columns, List<Line> lines, List<Line> foot) {

    /**
     * One subject or one bucket.
     *
     * @param label what the line is about
     * @param figures one for each of the columns
     */
    public record Line(Label label, List<Figure> figures) {}
}
