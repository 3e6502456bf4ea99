package com.giosg.chatreports.format.chart;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The axis below a line as cells of a table, side by side, for what can place text no other way. */
public final class AxisCells {

    /** As many texts fit side by side on a telephone, beside the numbers. */
    private static final int MOST = 4;

    private static final double WHOLE = 100;

    private AxisCells() {}

    /**
     * A text below the line.
     *
     * @param width of its cell, in percent
     * @param align where in it the text is: the first and the last one stand at the ends
     * @param lines of text
     */
    public record Cell(String width, String align, List<String> lines) {}

    /** The first sample, the last, and some between. */
    public static List<Cell> of(List<Sample> samples) {
        List<Integer> named = named(samples.size());
        return IntStream.range(0, named.size())
                .mapToObj(index -> new Cell(
                        width(named, index, samples.size()),
                        align(named, index),
                        samples.get(named.get(index)).name()))
                .toList();
    }

    private static List<Integer> named(int samples) {
        int intervals = Math.max(1, Math.min(MOST, samples) - 1);
        return IntStream.rangeClosed(0, intervals)
                .mapToObj(index -> Math.round(index * (samples - 1) / (float) intervals))
                .distinct()
                .toList();
    }

    private static String width(List<Integer> named, int index, int samples) {
        double width = border(named, index + 1, samples) - border(named, index, samples);
        return String.format(Locale.ROOT, "%.1f", width * WHOLE);
    }

    /** Half way between two of them; the outer ones are the ends of the axis. */
    private static double border(List<Integer> named, int index, int samples) {
        if (index == 0 || index == named.size()) {
            return index == 0 ? 0 : 1;
        }
        return (LinePlot.middle(named.get(index - 1), samples) + LinePlot.middle(named.get(index), samples)) / 2;
    }

    private static String align(List<Integer> named, int index) {
        if (index == 0) {
            return "left";
        }
        return index == named.size() - 1 ? "right" : "center";
    }
}
