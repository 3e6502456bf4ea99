package com.giosg.chatreports.format.page;

import com.giosg.chatreports.format.view.Change;
import com.giosg.chatreports.format.view.Figure;
import com.giosg.chatreports.format.view.Heading;
import com.giosg.chatreports.format.view.Mark;
import com.giosg.chatreports.format.view.Overview;
import com.giosg.chatreports.format.view.Table;
import com.giosg.chatreports.format.view.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one figure that stands for a metric.
 *
 * @param text the number; the lowest and the highest where there is no single one
 * @param note what the number is
 * @param mark what else to know about it
 * @param change against the window before: one where they are compared, else none
 * @param verdicts one for each bound of its target, where it has one
 */
public record Headline(
        Heading metric, String text, String note, Mark mark, List<Change> change, List<Verdict> verdicts) {

    /**
     * The headline of a metric.
     *
     * @param byBucket the same metric's figures over time, as far as they are known
     */
    static Headline of(Overview.Line line, Optional<Table> byBucket) {
        return byBucket.filter(unused -> line.total().mark() == Mark.APART)
                .map(table -> range(line, table))
                .orElseGet(() -> single(line, line.total()));
    }

    private static Headline single(Overview.Line line, Figure figure) {
        return headline(line, figure.text(), note(line.metric(), figure.mark()), figure.mark());
    }

    private static Headline headline(Overview.Line line, String text, String note, Mark mark) {
        return new Headline(line.metric(), text, note, mark, line.change(), line.verdicts());
    }

    private static String note(Heading metric, Mark mark) {
        return switch (mark) {
            case PLAIN, PROVISIONAL -> metric.unit();
            case NOTHING -> "nothing to average";
            case APART -> metric.unit() + ", an average of its own for each bucket";
            case GAP -> metric.unit() + ", not zero: see above";
            case ABSENT -> "no figure";
        };
    }

    /** Averages of several buckets are none of the whole, but the whole lies between them. */
    private static Headline range(Overview.Line line, Table table) {
        Heading metric = line.metric();
        int column = table.columns().indexOf(metric);
        List<Figure> known = table.lines().stream()
                .map(bucket -> bucket.figures().get(column))
                .filter(figure -> figure.value() != null)
                .sorted(Comparator.comparing(Figure::value))
                .toList();
        if (known.isEmpty()) {
            return single(line, Figure.none(Mark.NOTHING));
        }
        Figure lowest = known.get(0);
        Figure highest = known.get(known.size() - 1);
        String text = lowest.text().equals(highest.text()) ? lowest.text() : lowest.text() + " – " + highest.text();
        String note =
                metric.unit() + ", lowest and highest " + table.lineTitle().toLowerCase(Locale.ROOT);
        Mark mark = Stream.of(lowest, highest).anyMatch(figure -> figure.mark() == Mark.PROVISIONAL)
                ? Mark.PROVISIONAL
                : Mark.PLAIN;
        return headline(line, text, note, mark);
    }
}
