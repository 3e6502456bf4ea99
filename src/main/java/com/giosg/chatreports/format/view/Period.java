package com.giosg.chatreports.format.view;

import com.giosg.chatreports.config.DateStyle;
import com.giosg.chatreports.config.Language;
import com.giosg.chatreports.config.Phrase;
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

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm '(UTC'xxx')'", Locale.ROOT);

    /** A window as readers are told. */
    public static Period of(Window window, Language language) {
        return new Period(
                range(window, language, Phrase.PERIOD, DateStyle.DAY, DateStyle.DAY_WITH_YEAR),
                range(window, language, Phrase.PERIOD_BRIEF, DateStyle.BRIEF_DAY, DateStyle.BRIEF_DAY_WITH_YEAR),
                window.zone().getId(),
                language.date(DateStyle.INSTANT, window.start()),
                language.date(DateStyle.INSTANT, window.end()));
    }

    /** A window as operators are told: whatever fails, these words do not. */
    public static Period plain(Window window) {
        String days = window.firstDay().equals(window.lastDay())
                ? window.firstDay().toString()
                : window.firstDay() + " to " + window.lastDay();
        return new Period(days, days, window.zone().getId(), plain(window.start()), plain(window.end()));
    }

    private static String plain(ZonedDateTime instant) {
        return INSTANT.format(instant);
    }

    /** The year of the first day is said only where it is another one. */
    private static String range(Window window, Language language, Phrase range, DateStyle day, DateStyle dayWithYear) {
        LocalDate first = window.firstDay();
        LocalDate last = window.lastDay();
        String end = language.date(dayWithYear, last);
        if (first.equals(last)) {
            return end;
        }
        boolean sameYear = first.getYear() == last.getYear();
        return language.text(range, language.date(sameYear ? day : dayWithYear, first), end);
    }
}
