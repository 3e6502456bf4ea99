package com.giosg.chatreports.format.view;

import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.facts.ReportFacts.Missing;
import com.giosg.chatreports.metrics.Scope;
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
        if (empty) {
            notices.add(new Notice(
                    Mark.NOTHING,
                    "No chats in this window.",
                    List.of("Giosg answered every question: the figures are 0, and there was nothing to average.")));
        }
        if (!doubts.isEmpty()) {
            notices.add(new Notice(
                    Mark.DOUBTFUL, "Some figures should be looked at; they are shown as Giosg answered them.", doubts));
        }
        if (marks.contains(Mark.PROVISIONAL)) {
            notices.add(new Notice(
                    Mark.PROVISIONAL,
                    "Figures marked * can still change.",
                    List.of("Their time had not ended when they were asked for, or purchases may still be counted:"
                            + " Giosg counts those of up to 24 hours after a chat.")));
        }
        return notices;
    }

    private static Notice gaps(ReportFacts facts) {
        Map<String, Set<String>> byCause = new LinkedHashMap<>();
        facts.gaps().forEach(missing -> byCause.computeIfAbsent(cause(missing.kind()), unused -> new LinkedHashSet<>())
                .add(name(missing)));
        List<String> details = byCause.entrySet().stream()
                .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey() + ".")
                .toList();
        int whole = facts.metrics().size() - missing(facts);
        return new Notice(
                Mark.GAP,
                "Incomplete: %d of %d metrics are whole. What is missing is not zero."
                        .formatted(whole, facts.metrics().size()),
                details);
    }

    /** Of how many metrics something is missing. */
    static int missing(ReportFacts facts) {
        return (int) facts.gaps().stream().map(Missing::metric).distinct().count();
    }

    private static String name(Missing missing) {
        return missing.metric().title()
                + (missing.scope() == Scope.ORG ? "" : " per " + missing.scope().id());
    }

    /** Why something could not be had, as the end of a sentence. */
    public static String cause(FailureKind kind) {
        return switch (kind) {
            case UNREACHABLE -> "Giosg could not be reached";
            case CERTIFICATE -> "the server that answered could not prove to be Giosg's";
            case INTERRUPTED -> "Giosg's answer did not arrive in time";
            case DENIED -> "Giosg did not accept the access token";
            case REJECTED, TEMPLATE, ROOM, DIRECTORY -> "Giosg did not accept the question";
            case BUSY -> "Giosg was too busy";
            case SERVER_ERROR -> "Giosg had an error";
            case REDIRECTED, BAD_ANSWER -> "something else than Giosg answered";
            case SHAPE_CHANGED -> "Giosg's answer was not of the documented form";
            case LIMIT -> "Giosg's answer was too large";
            case REMOVED, STORAGE, DEFECT -> "the machine that makes this report had an error";
        };
    }
}
