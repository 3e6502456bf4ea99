package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.format.chart.LineChart;
import com.giosg.chatreports.format.chart.Sample;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a metric went over time.
 *
 * @param chart what is drawn
 * @param samples what it is drawn through, one per bucket
 * @param summary the same in words
 */
public record Curve(Heading metric, LineChart chart, List<Sample> samples, String summary) {

    /** Through the figures of all buckets; nothing where none has one. */
    static Optional<Curve> of(Heading metric, List<Point> points, Language language) {
        if (points.stream().noneMatch(Point::isKnown)) {
            return Optional.empty();
        }
        List<Sample> samples = points.stream().map(Point::sample).toList();
        return Optional.of(new Curve(metric, LineChart.of(samples, language), samples, summary(points, language)));
    }

    /** Whether it says no more than one figure does. */
    public boolean isFlat() {
        return samples.stream()
                        .map(Sample::value)
                        .filter(Objects::nonNull)
                        .map(BigDecimal::stripTrailingZeros)
                        .distinct()
                        .count()
                == 1;
    }

    private static String summary(List<Point> points, Language language) {
        List<Point> known = points.stream().filter(Point::isKnown).toList();
        Point lowest = known.stream().min(Point.BY_VALUE).orElseThrow();
        Point highest = known.stream().max(Point.BY_VALUE).orElseThrow();
        List<String> sentences = new ArrayList<>();
        if (Point.BY_VALUE.compare(lowest, highest) == 0) {
            sentences.add(language.text(Phrase.CURVE_FLAT, highest.figure().text()));
        } else {
            sentences.add(language.text(Phrase.CURVE_RANGE, highest.words(), lowest.words()));
        }
        if (known.size() < points.size()) {
            sentences.add(language.text(Phrase.CURVE_MISSING, points.size() - known.size(), points.size()));
        }
        if (points.stream().anyMatch(Point::isOpen)) {
            sentences.add(language.text(Phrase.CURVE_HOLLOW));
        }
        return String.join(" ", sentences);
    }

    /** The figure of one bucket. */
    record Point(Label label, Figure figure) {

        static final Comparator<Point> BY_VALUE =
                Comparator.comparing(point -> point.figure().value());

        boolean isKnown() {
            return figure.value() != null;
        }

        boolean isOpen() {
            return figure.mark() == Mark.PROVISIONAL;
        }

        Sample sample() {
            List<String> name = Stream.of(label.top(), label.bottom())
                    .filter(text -> !text.isEmpty())
                    .toList();
            return new Sample(name, figure.value(), figure.text(), isOpen());
        }

        String words() {
            return "%s (%s)".formatted(figure.text(), label.text());
        }
    }
}
