package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.format.facts.ReportFacts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What stands below the figures: why some have no number. */
final class Footnotes {

    private Footnotes() {}

    /** Every mark that occurs. */
    static Set<Mark> marks(Overview overview, List<Table> tables) {
        Stream<Figure> above = overview.lines().stream()
                .flatMap(line -> Stream.concat(Stream.of(line.total()), line.buckets().stream()));
        Stream<Figure> below =
                tables.stream().flatMap(table -> table.lines().stream()).flatMap(line -> line.figures().stream());
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        Stream.concat(above, below).map(Figure::mark).forEach(marks::add);
        return marks;
    }

    /**
     * One sentence each.
     *
     * @param notShown how many buckets there are where they are too many to be shown, else 0
     */
    static List<String> of(Set<Mark> marks, int notShown, Language language) {
        List<String> notes = new ArrayList<>();
        if (marks.contains(Mark.APART)) {
            notes.add(language.text(Phrase.NOTE_APART));
        }
        if (marks.contains(Mark.NOTHING)) {
            notes.add(language.text(Phrase.NOTE_NOTHING));
        }
        if (marks.contains(Mark.ABSENT)) {
            notes.add(language.text(Phrase.NOTE_ABSENT));
        }
        if (notShown > 0) {
            notes.add(language.text(Phrase.NOTE_MANY_BUCKETS, notShown));
        }
        return notes;
    }

    /**
     * What figures are measured by, one sentence each.
     *
     * @param answered whether there is an average that Giosg answered for the whole window
     */
    static List<String> of(ReportFacts facts, boolean answered) {
        Language language = facts.language();
        List<String> notes = new ArrayList<>();
        if (answered) {
            notes.add(language.text(Phrase.NOTE_WHOLE_AVERAGE));
        }
        facts.yardstick().before().ifPresent(before -> {
            notes.add(language.text(
                    Phrase.NOTE_CHANGES, Period.of(before, language).brief()));
            if (facts.askedAt().isBefore(facts.window().end().toInstant())) {
                notes.add(language.text(Phrase.NOTE_NOT_ENDED));
            }
        });
        return notes;
    }
}
