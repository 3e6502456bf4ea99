package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.DateStyle;
import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
import com.giosg.chatreports.time.Bucket;
import com.giosg.chatreports.time.Granularity;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;

/** What buckets are called, short enough for a narrow column. */
final class BucketLabels {

    private BucketLabels() {}

    /**
     * The label of one bucket.
     *
     * @param withYear whether days need it to be told apart
     */
    static Label of(Bucket bucket, Granularity granularity, boolean withYear, Language language) {
        ZonedDateTime start = bucket.start();
        String day = language.date(withYear ? DateStyle.BRIEF_DAY_WITH_YEAR : DateStyle.BRIEF_DAY, start);
        return switch (granularity) {
            case ALL -> new Label(language.heading(Phrase.ONE_ALL), "");
            case DAY -> new Label(language.date(DateStyle.WEEKDAY, start), day);
            case WEEK ->
                new Label(language.text(Phrase.WEEK_NUMBER, start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)), day);
            case MONTH -> new Label(language.date(DateStyle.MONTH, start), year(start));
            case YEAR -> new Label(year(start), "");
            default -> new Label(day, clock(start, language));
        };
    }

    /** An hour that the clocks show twice needs its offset to be told from the other. */
    private static String clock(ZonedDateTime start, Language language) {
        boolean twice = start.getZone()
                        .getRules()
                        .getValidOffsets(start.toLocalDateTime())
                        .size()
                > 1;
        String time = language.date(DateStyle.TIME, start);
        return twice ? "%s (%s)".formatted(time, start.getOffset()) : time;
    }

    private static String year(ZonedDateTime start) {
        return String.valueOf(start.getYear());
    }

    /** What a line of a table by bucket is. */
    static Phrase noun(Granularity granularity) {
        return switch (granularity) {
            case ALL -> Phrase.WINDOW;
            case DAY -> Phrase.DAY;
            case WEEK -> Phrase.WEEK;
            case MONTH -> Phrase.MONTH;
            case YEAR -> Phrase.YEAR;
            case HOUR -> Phrase.HOUR;
            default -> Phrase.TIME;
        };
    }

    /** What such a table is. */
    static Phrase title(Granularity granularity) {
        return switch (granularity) {
            case DAY -> Phrase.BY_DAY;
            case WEEK -> Phrase.BY_WEEK;
            case MONTH -> Phrase.BY_MONTH;
            case YEAR -> Phrase.BY_YEAR;
            case HOUR -> Phrase.BY_HOUR;
            default -> Phrase.BY_TIME;
        };
    }
}
