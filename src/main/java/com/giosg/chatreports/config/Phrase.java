package com.giosg.chatreports.config;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Everything that reports say to their readers. What it is in a language stands in {@code templates/languages/<id>.yaml};
 * what stands in brackets here are its placeholders, in the order in which they are given.
 */
public enum Phrase {
    // What things are called.
    METRIC,
    UNIT,
    FIGURE,
    FIGURES,
    TOTAL,
    TOTAL_BELOW,
    ON_AVERAGE,
    ORGANIZATION,
    WHOLE_ORGANIZATION,
    TEAM,
    TEAMS,
    NO_TEAM,
    USER,
    USERS,
    NO_USER,
    METRIC_BY_TEAM("metric"),
    METRIC_BY_USER("metric"),

    // Times.
    WINDOW,
    TIME,
    HOUR,
    DAY,
    WEEK,
    MONTH,
    YEAR,
    BY_TIME,
    BY_HOUR,
    BY_DAY,
    BY_WEEK,
    BY_MONTH,
    BY_YEAR,
    WEEK_NUMBER("week"),
    PERIOD("first", "last"),
    PERIOD_BRIEF("first", "last"),
    ZONE("zone", "start", "end"),
    COMPARED_WITH("period"),

    // Numbers.
    PERCENT("number"),
    THOUSANDS("number"),
    MILLIONS("number"),
    MILLIARDS("number"),

    // Figures that are none, and changes.
    MISSING,
    NEW,
    FROM("figure"),
    NO_COMPARISON,
    NO_FIGURE,
    NO_FIGURES,
    NOTHING_TO_AVERAGE,
    AVERAGE_PER_BUCKET("unit"),
    NOT_ZERO("unit"),
    LOWEST_AND_HIGHEST("unit", "bucket"),

    // Targets.
    TARGET_MET("bound"),
    TARGET_MISSED("bound"),
    TARGET_UNKNOWN("bound"),
    AT_LEAST("figure"),
    AT_MOST("figure"),
    AT_LEAST_MORE("percent"),
    AT_LEAST_LESS("percent"),
    AT_MOST_MORE("percent"),
    AT_MOST_LESS("percent"),
    NO_LESS,
    NO_MORE,

    // What to know before the figures.
    INCOMPLETE("whole", "metrics"),
    MISSING_BECAUSE("metrics", "cause"),
    NOTHING_HAPPENED,
    NOTHING_HAPPENED_WHY,
    DOUBTFUL,
    PROVISIONAL,
    PROVISIONAL_WHY,

    // Why something is missing, as the end of a sentence.
    CAUSE_UNREACHABLE,
    CAUSE_CERTIFICATE,
    CAUSE_INTERRUPTED,
    CAUSE_DENIED,
    CAUSE_REJECTED,
    CAUSE_BUSY,
    CAUSE_SERVER_ERROR,
    CAUSE_ANOTHER_SERVER,
    CAUSE_SHAPE_CHANGED,
    CAUSE_LIMIT,
    CAUSE_OWN_ERROR,
    CAUSE_UNKNOWN,

    // Figures that cannot be right.
    METRIC_WITH_FIGURE("metric", "figure"),
    DOUBT_PART("part", "whole"),
    DOUBT_MESSAGES("messages", "chats"),
    DOUBT_AVERAGE("average", "sum", "chats"),
    DOUBT_NEGATIVE("metric"),
    DOUBT_SILENCE("metric", "before"),
    DOUBT_SILENCE_FOR_ONCE("metric", "reports"),
    DOUBT_SUBJECTS("subjects", "metric"),
    AND_OTHERS("name", "count"),

    // Notes below the figures.
    NOTE_APART,
    NOTE_NOTHING,
    NOTE_ABSENT,
    NOTE_MANY_BUCKETS("buckets"),
    NOTE_WHOLE_AVERAGE,
    NOTE_CHANGES("period"),
    NOTE_NOT_ENDED,
    TEAMS_NOT_ADDED_UP,
    USERS_NOT_ADDED_UP,
    LAST_LINE,

    // Mails and pages.
    SUBJECT("title", "organization", "period"),
    SUBJECT_INCOMPLETE("whole", "metrics"),
    SUBJECT_COMPLETE,
    SUBJECT_TARGETS_MISSED("count"),
    TEAM_OF_ORGANIZATION("team", "organization"),
    FIGURES_OF_WINDOW,
    OVER_TIME,
    METRIC_OVER_TIME("metric"),
    CURVE_FLAT("figure"),
    CURVE_RANGE("highest", "lowest"),
    CURVE_MISSING("missing", "all"),
    CURVE_HOLLOW,
    AND_MORE("count"),
    AND_MORE_IN_TABLE("count"),
    SHOW_ALL("count"),
    WHAT_FIGURES_MEAN,
    ATTACHED("files"),
    ORIGIN("report", "run", "asked"),

    // Workbooks.
    SUMMARY,
    ABOUT,
    BEFORE,
    CHANGE,
    CHANGE_IN_PERCENT,
    TARGET,
    FIRST_DAY,
    LAST_DAY,
    UTC_OFFSET,
    SHEET_DAY,
    SHEET_TIME,
    NOTE,
    DAYS,
    BOTH_INCLUDED("period"),
    A_LINE_IS,
    ONE_ALL,
    ONE_MINUTE,
    ONE_FIFTEEN_MINUTE,
    ONE_THIRTY_MINUTE,
    ONE_HOUR,
    ONE_DAY,
    ONE_WEEK,
    ONE_MONTH,
    ONE_YEAR,
    ASKED,
    STATUS,
    STATUS_OK,
    STATUS_NONE,
    STATUS_PROVISIONAL,
    STATUS_GAP,
    OK_MEANS,
    NONE_MEANS,
    PROVISIONAL_MEANS,
    GAP_MEANS,
    THE_FIGURE,
    COULD_NOT_BE_HAD,
    CAUSE,
    SCOPE,
    CAN_STILL_CHANGE,
    WHY,
    WHY_NOT_ENDED,
    WHY_NOT_SETTLED,
    WHAT_IT_IS,
    ADDING_UP,
    ID_IN_ROWS,
    ADDS_UP,
    NEVER_ADDED_UP,
    AVERAGES_NOT_ADDED_UP,
    SUBJECTS_NOT_ADDED_UP,
    TOO_MANY_LINES("most");

    /** The placeholder that decides between one and several. */
    static final String COUNT = "count";

    private static final Map<String, Phrase> BY_ID = byId();

    @SuppressWarnings("ImmutableEnumChecker") // List.of() is.
    private final List<String> placeholders;

    Phrase(String... placeholders) {
        this.placeholders = List.of(placeholders);
    }

    private static Map<String, Phrase> byId() {
        Map<String, Phrase> byId = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(phrase -> byId.put(phrase.id(), phrase));
        return byId;
    }

    /**
     * The one of this id.
     *
     * @throws IllegalArgumentException with what was probably meant
     */
    public static Phrase of(String id) {
        Phrase phrase = BY_ID.get(id);
        if (phrase == null) {
            throw new IllegalArgumentException(Suggestion.unknown("phrase", id, BY_ID.keySet()));
        }
        return phrase;
    }

    static List<String> ids() {
        return List.copyOf(BY_ID.keySet());
    }

    /** As in files and templates, e.g. {@code compared-with}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> placeholders() {
        return placeholders;
    }
}
