package com.giosg.chatreports.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A window reckoned from the local day in which a run falls due.
 *
 * @param text its name
 * @param description what it covers, in one line
 * @param firstDay from the day of the run
 * @param lastDay from the day of the run, included
 * @param before the window before one of these
 */
record NamedWindow(
        String text,
        String description,
        Function<LocalDay, LocalDate> firstDay,
        Function<LocalDay, LocalDate> lastDay,
        UnaryOperator<Window> before)
        implements WindowRule {

    static final List<NamedWindow> ALL = List.of(
            toDate("today", "the day of the run, up to the next midnight", LocalDay::date, WindowBefore::days),
            lastDays("yesterday", "the day before the run's own", NamedWindow::dayBefore),
            lastDays("last-7-days", "the 7 days before the run's own", daysBack(7)),
            lastDays("last-28-days", "the 28 days before the run's own", daysBack(28)),
            lastDays("last-30-days", "the 30 days before the run's own", daysBack(30)),
            lastDays("last-90-days", "the 90 days before the run's own", daysBack(90)),
            new NamedWindow(
                    "last-week",
                    "the latest whole week, Monday to Sunday",
                    today -> monday(today).minusWeeks(1),
                    today -> monday(today).minusDays(1),
                    WindowBefore::days),
            toDate(
                    "week-to-date",
                    "from Monday up to the next midnight",
                    NamedWindow::monday,
                    WindowBefore.earlier(Period.ofWeeks(1))),
            new NamedWindow(
                    "last-month",
                    "the latest whole calendar month",
                    today -> firstOfMonth(today).minusMonths(1),
                    today -> firstOfMonth(today).minusDays(1),
                    WindowBefore.months(1)),
            toDate(
                    "month-to-date",
                    "from the first of the month up to the next midnight",
                    NamedWindow::firstOfMonth,
                    WindowBefore.earlier(Period.ofMonths(1))),
            new NamedWindow(
                    "last-quarter",
                    "the latest whole quarter of a year",
                    today -> firstOfQuarter(today).minusMonths(3),
                    today -> firstOfQuarter(today).minusDays(1),
                    WindowBefore.months(3)),
            toDate(
                    "quarter-to-date",
                    "from the first day of the quarter up to the next midnight",
                    NamedWindow::firstOfQuarter,
                    WindowBefore.earlier(Period.ofMonths(3))),
            new NamedWindow(
                    "last-year",
                    "the latest whole calendar year",
                    today -> firstOfYear(today).minusYears(1),
                    today -> firstOfYear(today).minusDays(1),
                    WindowBefore.months(12)),
            toDate(
                    "year-to-date",
                    "from the first of January up to the next midnight",
                    NamedWindow::firstOfYear,
                    WindowBefore.earlier(Period.ofYears(1))));

    private static NamedWindow toDate(
            String text, String description, Function<LocalDay, LocalDate> firstDay, UnaryOperator<Window> before) {
        return new NamedWindow(text, description, firstDay, LocalDay::date, before);
    }

    private static NamedWindow lastDays(String text, String description, Function<LocalDay, LocalDate> firstDay) {
        return new NamedWindow(text, description, firstDay, NamedWindow::dayBefore, WindowBefore::days);
    }

    @Override
    public Window resolve(Instant due, ZoneId zone) {
        LocalDay today = LocalDay.containing(due, zone);
        return new Window(firstDay.apply(today), lastDay.apply(today), zone);
    }

    @Override
    public Window before(Window window) {
        return before.apply(window);
    }

    private static LocalDate dayBefore(LocalDay today) {
        return today.previous().date();
    }

    private static Function<LocalDay, LocalDate> daysBack(int days) {
        return today -> today.date().minusDays(days);
    }

    private static LocalDate monday(LocalDay today) {
        return today.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate firstOfMonth(LocalDay today) {
        return today.date().with(TemporalAdjusters.firstDayOfMonth());
    }

    private static LocalDate firstOfQuarter(LocalDay today) {
        return today.date().with(IsoFields.DAY_OF_QUARTER, 1);
    }

    private static LocalDate firstOfYear(LocalDay today) {
        return today.date().with(TemporalAdjusters.firstDayOfYear());
    }
}
