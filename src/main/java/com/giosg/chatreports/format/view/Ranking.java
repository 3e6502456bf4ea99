package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.format.chart.Bars;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Who has the most of a metric.
 *
 * @param title the metric, and by whom
 * @param unit what one of a figure is
 * @param bars the longest first
 * @param more how many have a figure but no bar
 */
public record Ranking(String title, String unit, List<Bar> bars, int more) {

    /**
     * One subject.
     *
     * @param length in percent of the longest
     */
    public record Bar(String name, Figure figure, String length) {}

    /**
     * By the first metric that has figures of single subjects; nothing where none has.
     *
     * @param most as many have a bar; the table has all
     */
    public static Optional<Ranking> of(Table table, int most, Language language) {
        return IntStream.range(0, table.columns().size())
                .mapToObj(column -> ranked(table, column, most, language))
                .filter(ranking -> !ranking.bars().isEmpty())
                .findFirst();
    }

    private static Ranking ranked(Table table, int column, int most, Language language) {
        Heading metric = table.columns().get(column);
        List<Table.Line> known = table.lines().stream()
                .filter(line -> value(line, column) != null)
                .sorted(Comparator.comparing((Table.Line line) -> value(line, column), Comparator.reverseOrder()))
                .toList();
        List<Table.Line> shown = known.subList(0, Math.min(most, known.size()));
        List<String> lengths =
                Bars.lengths(shown.stream().map(line -> value(line, column)).toList());
        return new Ranking(
                Scopes.metric(metric.title(), table.scope(), language),
                metric.unit(),
                IntStream.range(0, shown.size())
                        .mapToObj(index -> new Bar(
                                shown.get(index).label().text(),
                                shown.get(index).figures().get(column),
                                lengths.get(index)))
                        .toList(),
                known.size() - shown.size());
    }

    private static BigDecimal value(Table.Line line, int column) {
        return line.figures().get(column).value();
    }
}
