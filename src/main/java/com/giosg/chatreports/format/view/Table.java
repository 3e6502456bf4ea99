package com.giosg.chatreports.format.view;

import java.util.List;

/**
 * Lines with a figure per metric.
 *
 * @param title what it shows, e.g. {@code Teams}
 * @param lineTitle what a line is, e.g. {@code Team}
 * @param columns a metric each
 * @param lines in the order in which they are read
 */
public record Table(String title, String lineTitle, List<Heading> columns, List<Line> lines) {

    /**
     * One subject or one bucket.
     *
     * @param label what the line is about
     * @param figures one for each of the columns
     */
    public record Line(Label label, List<Figure> figures) {}
}
