package com.giosg.chatreports.format.chart;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.format.chart.LinePlot.Point;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A line over time, ready to be drawn at any width: places from left to right are percentages, places from top to bottom
 * are pixels. So text keeps its size on a telephone.
 *
 * @param height of the drawing without the axis below it
 * @param levels the lines across, lowest first
 * @param strokes the line, in as many pieces as values that are missing break it into
 * @param dots its points, where they are few enough to be told apart; else those that stand alone or can still change
 * @param ticks what stands below
 */
public record LineChart(int height, List<Level> levels, List<Stroke> strokes, List<Dot> dots, List<Tick> ticks) {

    /**
     * A line across.
     *
     * @param text what it stands for
     */
    public record Level(String y, String text) {}

    /**
     * A piece of the line.
     *
     * @param line the points of it
     * @param area the same, and down to zero and back
     */
    public record Stroke(String line, String area) {}

    /**
     * A point.
     *
     * @param open whether it can still change
     * @param title where and how much
     */
    public record Dot(String x, String y, boolean open, String title) {}

    /**
     * A place on the axis below.
     *
     * @param lines of text, the middle of which is there
     */
    public record Tick(String x, List<String> lines) {}

    private static final int HEIGHT = 120;

    /** Room for the numbers at the left, in percent of the width. */
    private static final double MARGIN = 12;

    private static final double WHOLE = 100;

    /** As many texts fit side by side on a telephone. */
    private static final int MOST_TICKS = 7;

    /** Each stands for more than a telephone shows of a point. */
    private static final int MOST_DOTS = 40;

    /** Draws a line through samples of which at least one has a value. */
    public static LineChart of(List<Sample> samples, Language language) {
        LinePlot plot = LinePlot.of(samples, MOST_DOTS);
        return new LineChart(
                HEIGHT,
                plot.levels().stream()
                        .map(level -> new Level(y(level.y()), AxisText.of(level.value(), language)))
                        .toList(),
                plot.strokes().map(piece -> stroke(piece, y(plot.zero()))).toList(),
                plot.dots().map(LineChart::dot).toList(),
                ticks(samples));
    }

    private static Stroke stroke(List<Point> piece, String zero) {
        String line =
                piece.stream().map(point -> x(point.x()) + "," + y(point.y())).collect(Collectors.joining(" "));
        String first = x(piece.get(0).x());
        String last = x(piece.get(piece.size() - 1).x());
        return new Stroke(line, "%s,%s %s %s,%s".formatted(first, zero, line, last, zero));
    }

    private static Dot dot(Point point) {
        Sample sample = point.sample();
        return new Dot(x(point.x()), y(point.y()), sample.open(), sample.title());
    }

    private static List<Tick> ticks(List<Sample> samples) {
        int step = samples.size() <= MOST_TICKS ? 1 : (samples.size() + MOST_TICKS - 2) / (MOST_TICKS - 1);
        return IntStream.iterate(0, index -> index < samples.size(), index -> index + step)
                .mapToObj(index -> new Tick(
                        x(LinePlot.middle(index, samples.size())),
                        samples.get(index).name()))
                .toList();
    }

    private static String x(double share) {
        return print(MARGIN + share * (WHOLE - MARGIN));
    }

    private static String y(double share) {
        return print(HEIGHT * (1 - share));
    }

    private static String print(double place) {
        return String.format(Locale.ROOT, "%.2f", place).replaceFirst("\\.?0+$", "");
    }
}
