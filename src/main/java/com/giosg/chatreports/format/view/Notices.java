package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.facts.ReportFacts.Missing;
import com.giosg.chatreports.request.FailureKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What readers are told about missing and unfinished figures: in their words, since they run nothing. */
public final class Notices {

    private Notices() {}

    static List<Notice> of(ReportFacts facts, Set<Mark> marks, boolean empty, List<String> doubts) {
        List<Notice> notices = new ArrayList<>();
        if (!facts.gaps().isEmpty()) {
            notices.add(gaps(facts));
        }
        Language language = facts.language();
        if (empty) {
            notices.add(notice(language, Mark.NOTHING, Phrase.NOTHING_HAPPENED, Phrase.NOTHING_HAPPENED_WHY));
        }
        if (!doubts.isEmpty()) {
            notices.add(new Notice(Mark.DOUBTFUL, language.text(Phrase.DOUBTFUL), doubts));
        }
        if (marks.contains(Mark.PROVISIONAL)) {
            notices.add(notice(language, Mark.PROVISIONAL, Phrase.PROVISIONAL, Phrase.PROVISIONAL_WHY));
        }
        return notices;
    }

    private static Notice notice(Language language, Mark mark, Phrase headline, Phrase why) {
        return new Notice(mark, language.text(headline), List.of(language.text(why)));
    }

    private static Notice gaps(ReportFacts facts) {
        Language language = facts.language();
        Map<String, Set<String>> byCause = new LinkedHashMap<>();
        facts.gaps().forEach(missing -> byCause.computeIfAbsent(
                        cause(missing.kind(), language), unused -> new LinkedHashSet<>())
                .add(name(missing, language)));
        List<String> details = byCause.entrySet().stream()
                .map(entry ->
                        language.text(Phrase.MISSING_BECAUSE, String.join(", ", entry.getValue()), entry.getKey()))
                .toList();
        int whole = facts.metrics().size() - missing(facts);
        return new Notice(
                Mark.GAP,
                language.text(Phrase.INCOMPLETE, whole, facts.metrics().size()),
                details);
    }

    /** Of how many metrics something is missing. */
    static int missing(ReportFacts facts) {
        return (int) facts.gaps().stream().map(Missing::metric).distinct().count();
    }

    private static String name(Missing missing, Language language) {
        return Scopes.metric(language.title(missing.metric()), missing.scope(), language);
    }

    /** Why something could not be had, as the end of a sentence. */
    public static String cause(FailureKind kind, Language language) {
        return language.text(
                switch (kind) {
                    case UNREACHABLE, NOT_TRIED -> Phrase.CAUSE_UNREACHABLE;
                    case CERTIFICATE -> Phrase.CAUSE_CERTIFICATE;
                    case INTERRUPTED -> Phrase.CAUSE_INTERRUPTED;
                    case DENIED -> Phrase.CAUSE_DENIED;
                    case REJECTED, TEMPLATE, ROOM, DIRECTORY -> Phrase.CAUSE_REJECTED;
                    case BUSY -> Phrase.CAUSE_BUSY;
                    case SERVER_ERROR -> Phrase.CAUSE_SERVER_ERROR;
                    case REDIRECTED, BAD_ANSWER -> Phrase.CAUSE_ANOTHER_SERVER;
                    case SHAPE_CHANGED -> Phrase.CAUSE_SHAPE_CHANGED;
                    case LIMIT -> Phrase.CAUSE_LIMIT;
                    case REMOVED, STORAGE, DEFECT -> Phrase.CAUSE_OWN_ERROR;
                });
    }
}
