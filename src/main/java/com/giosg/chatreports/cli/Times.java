package com.giosg.chatreports.cli;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Prints instants as rows have them. */
final class Times {

    /** {@link ZonedDateTime#toString} leaves seconds out where they are 0. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private Times() {}

    /** With the offset that is valid then. */
    static String print(ZonedDateTime time) {
        return TIME.format(time);
    }
}
