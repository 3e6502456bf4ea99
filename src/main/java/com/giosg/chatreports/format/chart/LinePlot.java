package com.giosg.chatreports.format.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a line runs, whatever it is drawn with: places are shares, of the width from the left and of the height from below.
 *
 * @param levels the lines across, lowest first
 * @param zero where nothing lies
 * @param pieces the points that have a value, divided where there are some without one
 */
record LinePlot(List<Level> levels, double zero, List<List<Point>> pieces) {

    private static final int INTERVALS = 3;

    /** A line across. */
    record Level(double y, BigDecimal value) {}

    /**
     * A sample that has a value.
     *
     * @param dotted whether it is told apart from the line
     */
    record Point(double x, double y, boolean dotted, Sample sample) {}

    /**
     * A line through samples of which at least one has a value.
     *
     * @param mostDots as many points can be told apart; of more only those that stand alone or can still change
     */
    static LinePlot of(List<Sample> samples, int mostDots) {
        Scale scale = Scale.of(
                samples.stream().map(Sample::value).filter(Objects::nonNull).toList(), INTERVALS);
        return new LinePlot(
                scale.ticks().stream()
                        .map(tick -> new Level(scale.share(tick), tick))
                        .toList(),
                scale.share(BigDecimal.ZERO),
                pieces(samples).stream()
                        .map(piece -> piece.stream()
                                .map(index ->
                                        point(samples, index, piece.size() == 1 || samples.size() <= mostDots, scale))
                                .toList())
                        .toList());
    }

    private static Point point(List<Sample> samples, int index, boolean dotted, Scale scale) {
        Sample sample = samples.get(index);
        return new Point(middle(index, samples.size()), scale.share(sample.value()), dotted || sample.open(), sample);
    }

    /** The middle of a sample's share of the width. */
    static double middle(int index, int samples) {
        return (index + 0.5) / samples;
    }

    private static List<List<Integer>> pieces(List<Sample> samples) {
        List<List<Integer>> pieces = new ArrayList<>();
        boolean broken = true;
        for (int index : IntStream.range(0, samples.size()).toArray()) {
            boolean drawn = samples.get(index).value() != null;
            if (drawn && broken) {
                pieces.add(new ArrayList<>());
            }
            if (drawn) {
                pieces.get(pieces.size() - 1).add(index);
            }
            broken = !drawn;
        }
        return pieces;
    }

    /** The pieces of more than one point; one that stands alone is a dot. */
    Stream<List<Point>> strokes() {
        return pieces.stream().filter(piece -> piece.size() > 1);
    }

    Stream<Point> dots() {
        return pieces.stream().flatMap(List::stream).filter(Point::dotted);
    }
}
