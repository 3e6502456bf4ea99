package com.giosg.chatreports.time;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/**
 * The window that one is compared with: of the same length in terms of the calendar, and as whole local days in the same
 * zone. It differs in hours where the clocks change.
 */
final class WindowBefore {

    private WindowBefore() {}

    /** As many days, up to the day before. */
    static Window days(Window window) {
        long days = ChronoUnit.DAYS.between(window.firstDay(), window.lastDay());
        LocalDate last = dayBefore(window);
        return new Window(last.minusDays(days), last, window.zone());
    }

    /** As many whole months, up to the day before. */
    static UnaryOperator<Window> months(long months) {
        return window -> new Window(window.firstDay().minusMonths(months), dayBefore(window), window.zone());
    }

    /** The same part of the week, month, quarter or year before; shorter where that one has no such day. */
    static UnaryOperator<Window> earlier(Period length) {
        return window ->
                new Window(window.firstDay().minus(length), window.lastDay().minus(length), window.zone());
    }

    /** By the days alone: whole months where they are whole months, else days. */
    static Window ofTheSameShape(Window window) {
        LocalDate first = window.firstDay();
        LocalDate next = window.lastDay().plusDays(1);
        boolean wholeMonths = first.getDayOfMonth() == 1 && next.getDayOfMonth() == 1;
        return wholeMonths ? months(ChronoUnit.MONTHS.between(first, next)).apply(window) : days(window);
    }

    /** A day that the zone skipped never was. */
    private static LocalDate dayBefore(Window window) {
        return new LocalDay(window.firstDay(), window.zone()).previous().date();
    }
}
