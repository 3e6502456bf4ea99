package com.giosg.chatreports.format.mail;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.format.view.Ranking;
import com.giosg.chatreports.format.view.Table;
import com.giosg.chatreports.metrics.Scope;
import java.util.List;

/**
 * A table with what belongs to it.
 *
 * @param ranking who has the most: one where there is somebody to compare with, else none
 * @param told whether the ranking says everything that the table would
 */
public record MailSection(Table table, List<Ranking> ranking, boolean told) {

    /** What one takes in before the table. */
    private static final int MOST_BARS = 10;

    static MailSection of(Table table, Language language) {
        List<Ranking> ranking = table.scope() == Scope.ORG
                ? List.of()
                : Ranking.of(table, MOST_BARS, language).stream()
                        .filter(found -> found.bars().size() > 1)
                        .toList();
        boolean told = table.columns().size() == 1
                && ranking.stream()
                        .anyMatch(found -> found.bars().size() == table.lines().size());
        return new MailSection(table, ranking, told);
    }
}
