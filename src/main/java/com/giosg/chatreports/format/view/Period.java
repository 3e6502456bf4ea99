package com.giosg.chatreports.format.view;

import com.giosg.chatreports.time.Window;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A window in words.
 *
 * @param words e.g. {@code Monday 26 October to Sunday 1 November 2020}
 * @param brief e.g. {@code 26 Oct – 1 Nov 2020}
 * @param zone e.g. {@code Europe/Helsinki}
 * @param start the first instant with its offset, e.g. {@code 2020-10-26 00:00 (UTC+02:00)}
 * @param end the first instant after it, in the same way
 */
public record Period(String words, String brief, String zone, String start, String end) {

    private static final DateTimeFormatter INSTANT = formatter("uuuu-MM-dd HH:mm '(UTC'xxx')'");

    /** A window as readers are told. */
    public static Period of(Window window) {
        return new Period(
                range(window, "EEEE d MMMM", " uuuu", " to "),
                range(window, "d MMM", " uuuu", " – "),
                window.zone().getId(),
                instant(window.start()),
                instant(window.end()));
    }

    /** An instant for people, by the clock of its zone. */
    static String instant(ZonedDateTime instant) {
        return INSTANT.format(instant);
    }

    /** The year of the first day is said only where it is another one. */
    private static String range(Window window, String day, String year, String between) {
        LocalDate first = window.firstDay();
        LocalDate last = window.lastDay();
        String end = formatter(day + year).format(last);
        if (first.equals(last)) {
            return end;
        }
        boolean sameYear = first.getYear() == last.getYear();
        return formatter(sameYear ? day : day + year).format(first) + between + end;
    }

    static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
