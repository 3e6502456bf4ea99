package com.giosg.chatreports.format.view;

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
    static List<String> of(Set<Mark> marks, int notShown) {
        List<String> notes = new ArrayList<>();
        if (marks.contains(Mark.APART)) {
            notes.add("“–” for an average over several buckets: averages cannot be made into one of the whole, since"
                    + " Giosg does not say how many chats are behind each.");
        }
        if (marks.contains(Mark.NOTHING)) {
            notes.add("“–” for an average of one bucket: there was nothing to average.");
        }
        if (marks.contains(Mark.ABSENT)) {
            notes.add("“–” for a team or user: Giosg had no figure for them.");
        }
        if (notShown > 0) {
            notes.add("The window has %d buckets, too many to be shown one by one.".formatted(notShown));
        }
        return notes;
    }

    /**
     * What figures are measured by, one sentence each.
     *
     * @param answered whether there is an average that Giosg answered for the whole window
     */
    static List<String> of(ReportFacts facts, boolean answered) {
        List<String> notes = new ArrayList<>();
        if (answered) {
            notes.add("The average of the whole window is what Giosg answered for it; it is not made of others.");
        }
        facts.yardstick().before().map(Period::of).ifPresent(before -> {
            notes.add(
                    "Changes compare the whole organization with %s: “new” where there was nothing or 0 then, “–” where there is no figure to compare with."
                            .formatted(before.brief()));
            if (facts.askedAt().isBefore(facts.window().end().toInstant())) {
                notes.add("The window had not ended when it was asked; the one that it is compared with is whole.");
            }
        });
        return notes;
    }
}
