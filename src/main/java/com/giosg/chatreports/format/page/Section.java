package com.giosg.chatreports.format.page;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.format.view.Ranking;
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

    /** What fits beside the table. */
    private static final int MOST_BARS = 15;

    static Section of(Table table, Language language) {
        boolean ofSubjects = table.scope() != Scope.ORG;
        return new Section(
                table,
                ofSubjects ? Ranking.of(table, MOST_BARS, language).stream().toList() : List.of(),
                ofSubjects ? note(table, language) : "",
                !ofSubjects && table.lines().size() > MOST_BUCKETS);
    }

    private static String note(Table table, Language language) {
        String note =
                language.text(table.scope() == Scope.TEAM ? Phrase.TEAMS_NOT_ADDED_UP : Phrase.USERS_NOT_ADDED_UP);
        return table.foot().isEmpty() ? note : note + " " + language.text(Phrase.LAST_LINE);
    }
}
