package com.giosg.chatreports.format.mail;

import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.format.chart.AxisCells;
import com.giosg.chatreports.format.chart.LineChart.Level;
import com.giosg.chatreports.format.chart.LinePicture;
import com.giosg.chatreports.format.view.Curve;
import com.giosg.chatreports.format.view.ReportView;
import java.util.List;

/**
 * How a metric went over time: a picture without text, and the text that stands around it.
 *
 * @param picture what is drawn
 * @param width in pixels of a page
 * @param height in the same way
 * @param alternative for those who see no pictures: which metric, and how it went
 * @param summary how it went
 * @param axis one where the picture needs it, none where the figures of its buckets stand below it
 */
public record MailChart(Picture picture, int width, int height, String alternative, String summary, List<Axis> axis) {

    /** The whole width of a mail but for its margins. */
    private static final int WIDTH = 564;

    private static final int HEIGHT = 60;

    /** Room for the numbers at the left. */
    private static final int MARGIN = 46;

    private static final int HEIGHT_WITH_AXIS = 104;

    /**
     * What tells the size of a line.
     *
     * @param width of the numbers, in pixels of a page
     * @param highest what the line at the top stands for
     * @param lowest what the line at the bottom stands for
     * @param cells what stands below
     */
    public record Axis(int width, String highest, String lowest, List<AxisCells.Cell> cells) {}

    static MailChart of(Curve curve, ReportView report) {
        String title =
                report.language().text(Phrase.METRIC_OVER_TIME, curve.metric().title());
        boolean figuresBelow = !report.overview().buckets().isEmpty();
        int width = figuresBelow ? WIDTH : WIDTH - MARGIN;
        int height = figuresBelow ? HEIGHT : HEIGHT_WITH_AXIS;
        byte[] png =
                LinePicture.png(curve.samples(), width, height, report.palette().picture());
        return new MailChart(
                Picture.png(png),
                width,
                height,
                "%s. %s".formatted(title, curve.summary()),
                curve.summary(),
                figuresBelow ? List.of() : List.of(axis(curve)));
    }

    private static Axis axis(Curve curve) {
        List<Level> levels = curve.chart().levels();
        return new Axis(
                MARGIN, levels.get(levels.size() - 1).text(), levels.get(0).text(), AxisCells.of(curve.samples()));
    }
}
