package com.giosg.chatreports.format.chart;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.format.chart.LineChart.Dot;
import com.giosg.chatreports.format.chart.LineChart.Level;
import com.giosg.chatreports.format.chart.LineChart.Stroke;
import com.giosg.chatreports.format.chart.LineChart.Tick;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the places of a line chart. */
final class LinePlot {

    private static final int HEIGHT = 120;
    private static final int INTERVALS = 3;

    /** Room for the numbers at the left, in percent of the width. */
    private static final double MARGIN = 12;

    private static final double WHOLE = 100;

    /** As many texts fit side by side on a telephone. */
    private static final int MOST_TICKS = 7;

    /** Each stands for more than a telephone shows of a point. */
    private static final int MOST_DOTS = 40;

    private final List<Sample> samples;
    private final Language language;
    private final Scale scale;

    LinePlot(List<Sample> samples, Language language) {
        this.samples = samples;
        this.language = language;
        this.scale = Scale.of(
                samples.stream().map(Sample::value).filter(Objects::nonNull).toList(), INTERVALS);
    }

    LineChart chart() {
        List<List<Integer>> pieces = pieces();
        return new LineChart(
                HEIGHT,
                scale.ticks().stream()
                        .map(tick -> new Level(y(tick), AxisText.of(tick, language)))
                        .toList(),
                pieces.stream()
                        .filter(piece -> piece.size() > 1)
                        .map(this::stroke)
                        .toList(),
                pieces.stream()
                        .flatMap(piece -> piece.stream().filter(index -> isMarked(piece, index)))
                        .map(this::dot)
                        .toList(),
                ticks());
    }

    private boolean isMarked(List<Integer> piece, int index) {
        return piece.size() == 1
                || samples.size() <= MOST_DOTS
                || samples.get(index).open();
    }

    /** The samples that have a value, divided where there are some without one. */
    private List<List<Integer>> pieces() {
        List<List<Integer>> pieces = new ArrayList<>();
        boolean broken = true;
        for (int index = 0; index < samples.size(); index++) {
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

    private Stroke stroke(List<Integer> piece) {
        String line = piece.stream().map(this::point).collect(Collectors.joining(" "));
        String zero = y(BigDecimal.ZERO);
        String area = "%s,%s %s %s,%s".formatted(x(piece.get(0)), zero, line, x(piece.get(piece.size() - 1)), zero);
        return new Stroke(line, area);
    }

    private Dot dot(int index) {
        Sample sample = samples.get(index);
        return new Dot(x(index), y(sample.value()), sample.open(), sample.title());
    }

    private List<Tick> ticks() {
        int step = samples.size() <= MOST_TICKS ? 1 : (samples.size() + MOST_TICKS - 2) / (MOST_TICKS - 1);
        return IntStream.iterate(0, index -> index < samples.size(), index -> index + step)
                .mapToObj(index -> new Tick(x(index), samples.get(index).name()))
                .toList();
    }

    private String point(int index) {
        return x(index) + "," + y(samples.get(index).value());
    }

    /** In the middle of its share of the width. */
    private String x(int index) {
        return print(MARGIN + (index + 0.5) / samples.size() * (WHOLE - MARGIN));
    }

    private String y(BigDecimal value) {
        return print(HEIGHT * (1 - scale.share(value)));
    }

    private static String print(double place) {
        return String.format(Locale.ROOT, "%.2f", place).replaceFirst("\\.?0+$", "");
    }
}
