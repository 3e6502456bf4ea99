package com.giosg.chatreports.format.page;

import com.giosg.chatreports.format.view.Table;
import com.giosg.chatreports.metrics.Scope;
import java.util.List;

/**
 * A table with what belongs to it.
 *
 * @param ranking who has the most: one where a team or user has a figure, else none
 * @param note what to know about its last line, or why it has none
 * @param folded whether it is so long that it is shown on request
 */
public record Section(Table table, List<Ranking> ranking, String note, boolean folded) {

    /** A month of days. */
    private static final int MOST_BUCKETS = 31;

    static Section of(Table table) {
        boolean ofSubjects = table.scope() != Scope.ORG;
        return new Section(
                table,
                ofSubjects ? Ranking.of(table).stream().toList() : List.of(),
                ofSubjects ? note(table) : "",
                !ofSubjects && table.lines().size() > MOST_BUCKETS);
    }

    private static String note(Table table) {
        String subjects = table.scope().id() + "s";
        return "%s are not added up: a chat of two %s counts for each of them.%s"
                .formatted(
                        table.title(),
                        subjects,
                        !table.foot().isEmpty()
                                ? " The last line is what Giosg answered for the organization as a whole."
                                : "");
    }
}
