package com.giosg.chatreports.format.page;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.format.view.Change;
import com.giosg.chatreports.format.view.Figure;
import com.giosg.chatreports.format.view.Heading;
import com.giosg.chatreports.format.view.Mark;
import com.giosg.chatreports.format.view.Overview;
import com.giosg.chatreports.format.view.Table;
import com.giosg.chatreports.format.view.Verdict;
import java.util.Comparator;
import java.util.List;
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
    static Headline of(Overview.Line line, Optional<Table> byBucket, Language language) {
        return byBucket.filter(unused -> line.total().mark() == Mark.APART)
                .map(table -> range(line, table, language))
                .orElseGet(() -> single(line, line.total(), language));
    }

    private static Headline single(Overview.Line line, Figure figure, Language language) {
        return headline(line, figure.text(), note(line.metric(), figure.mark(), language), figure.mark());
    }

    private static Headline headline(Overview.Line line, String text, String note, Mark mark) {
        return new Headline(line.metric(), text, note, mark, line.change(), line.verdicts());
    }

    private static String note(Heading metric, Mark mark, Language language) {
        return switch (mark) {
            case PLAIN, DOUBTFUL, PROVISIONAL -> metric.unit();
            case NOTHING -> language.text(Phrase.NOTHING_TO_AVERAGE);
            case APART -> language.text(Phrase.AVERAGE_PER_BUCKET, metric.unit());
            case GAP -> language.text(Phrase.NOT_ZERO, metric.unit());
            case ABSENT -> language.text(Phrase.NO_FIGURE);
        };
    }

    /** Averages of several buckets are none of the whole, but the whole lies between them. */
    private static Headline range(Overview.Line line, Table table, Language language) {
        Heading metric = line.metric();
        int column = table.columns().indexOf(metric);
        List<Figure> known = table.lines().stream()
                .map(bucket -> bucket.figures().get(column))
                .filter(figure -> figure.value() != null)
                .sorted(Comparator.comparing(Figure::value))
                .toList();
        if (known.isEmpty()) {
            return single(line, Figure.none(Mark.NOTHING, language), language);
        }
        Figure lowest = known.get(0);
        Figure highest = known.get(known.size() - 1);
        String text = lowest.text().equals(highest.text()) ? lowest.text() : lowest.text() + " – " + highest.text();
        String note = language.text(Phrase.LOWEST_AND_HIGHEST, metric.unit(), table.lineNoun());
        Mark mark = Stream.of(lowest, highest).anyMatch(figure -> figure.mark() == Mark.PROVISIONAL)
                ? Mark.PROVISIONAL
                : Mark.PLAIN;
        return headline(line, text, note, mark);
    }
}
