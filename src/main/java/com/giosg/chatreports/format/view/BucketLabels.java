package com.giosg.chatreports.format.view;

import com.giosg.chatreports.time.Bucket;
import com.giosg.chatreports.time.Granularity;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;

/** What buckets are called, short enough for a narrow column. */
final class BucketLabels {

    private BucketLabels() {}

    static Label of(Bucket bucket, Granularity granularity) {
        ZonedDateTime start = bucket.start();
        String day = Period.formatter("d MMM").format(start);
        return switch (granularity) {
            case ALL -> new Label("All", "");
            case DAY -> new Label(Period.formatter("EEE").format(start), day);
            case WEEK -> new Label("Week " + start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), day);
            case MONTH ->
                new Label(
                        Period.formatter("MMM").format(start),
                        Period.formatter("uuuu").format(start));
            case YEAR -> new Label(Period.formatter("uuuu").format(start), "");
            default -> new Label(day, clock(start));
        };
    }

    /** An hour that the clocks show twice needs its offset to be told from the other. */
    private static String clock(ZonedDateTime start) {
        boolean twice = start.getZone()
                        .getRules()
                        .getValidOffsets(start.toLocalDateTime())
                        .size()
                > 1;
        return Period.formatter(twice ? "HH:mm (xxx)" : "HH:mm").format(start);
    }

    /** What a line of a table by bucket is. */
    static String noun(Granularity granularity) {
        return switch (granularity) {
            case ALL -> "Window";
            case DAY -> "Day";
            case WEEK -> "Week";
            case MONTH -> "Month";
            case YEAR -> "Year";
            case HOUR -> "Hour";
            default -> "Time";
        };
    }
}
