package com.giosg.chatreports.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A window that is the same whenever a run falls due. */
record FixedWindow(String text, LocalDate firstDay, LocalDate lastDay) implements WindowRule {

    /** An example of each form and what it covers. */
    static final Map<String, String> FORMS = forms();

    private static final String RANGE = "..";
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern WEEK = Pattern.compile("\\d{4}-W\\d\\d");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d\\d");

    private static Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("2020-10-29", "one day");
        forms.put("2020-10-29..2020-10-30", "from one day to another, both included");
        forms.put("2020-W44", "an ISO week, Monday to Sunday");
        forms.put("2020-10", "a calendar month");
        return Collections.unmodifiableMap(forms);
    }

    static FixedWindow parse(String text) {
        if (text.contains(RANGE)) {
            return range(text);
        }
        if (DAY.matcher(text).matches()) {
            return new FixedWindow(text, day(text), day(text));
        }
        if (WEEK.matcher(text).matches()) {
            return week(text);
        }
        if (MONTH.matcher(text).matches()) {
            YearMonth month = existing("month", text, () -> YearMonth.parse(text));
            return new FixedWindow(text, month.atDay(1), month.atEndOfMonth());
        }
        throw new IllegalArgumentException("\"%s\" is not a window; a fixed one is written like %s"
                .formatted(text, String.join(" or ", FORMS.keySet())));
    }

    private static FixedWindow range(String text) {
        int middle = text.indexOf(RANGE);
        LocalDate firstDay = day(text.substring(0, middle));
        LocalDate lastDay = day(text.substring(middle + RANGE.length()));
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("the window \"%s\" ends before it starts".formatted(text));
        }
        return new FixedWindow(text, firstDay, lastDay);
    }

    private static FixedWindow week(String text) {
        LocalDate monday = existing("week", text, () -> LocalDate.parse(text + "-1", DateTimeFormatter.ISO_WEEK_DATE));
        return new FixedWindow(text, monday, monday.plusDays(6));
    }

    private static LocalDate day(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new IllegalArgumentException("\"%s\" is not a day; a day is written like 2020-10-29".formatted(text));
        }
        return existing("day", text, () -> LocalDate.parse(text));
    }

    private static <T> T existing(String what, String text, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException("there is no %s %s in the calendar".formatted(what, text), impossible);
        }
    }

    @Override
    public Window resolve(Instant due, ZoneId zone) {
        return new Window(firstDay, lastDay, zone);
    }

    @Override
    public Window before(Window window) {
        return WindowBefore.ofTheSameShape(window);
    }
}
