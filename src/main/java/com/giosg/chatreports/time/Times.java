package com.giosg.chatreports.time;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as rows, commands and messages show them: ISO 8601 with the offset that is valid then. */
public final class Times {

    /** {@link ZonedDateTime#toString} leaves seconds out where they are 0, and adds the zone. */
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private Times() {}

    /** E.g. {@code 2020-10-25T03:30:00+02:00}. */
    public static String print(ZonedDateTime time) {
        return SECONDS.format(time);
    }
}
