package com.giosg.chatreports.format.chart;

import com.giosg.chatreports.config.Language;
import java.util.List;

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

    /** Draws a line through samples of which at least one has a value. */
    public static LineChart of(List<Sample> samples, Language language) {
        return new LinePlot(samples, language).chart();
    }
}
