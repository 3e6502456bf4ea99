package com.giosg.chatreports.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Days by their names: of the week ({@code monday} or {@code mon}), of the month ({@code 1}), or {@code last}. */
record NamedDays(Predicate<LocalDate> included) implements Days {

    private static final Map<String, Predicate<LocalDate>> BY_NAME = byName();

    private static Map<String, Predicate<LocalDate>> byName() {
        Map<String, Predicate<LocalDate>> days = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            days.put(name, date -> date.getDayOfWeek() == day);
            days.put(name.substring(0, 3), date -> date.getDayOfWeek() == day);
        }
        days.put("weekdays", date -> !isWeekend(date));
        days.put("weekend", NamedDays::isWeekend);
        for (int number = 1; number <= 31; number++) {
            int dayOfMonth = number;
            days.put(String.valueOf(number), date -> date.getDayOfMonth() == dayOfMonth);
        }
        days.put("last", date -> date.equals(YearMonth.from(date).atEndOfMonth()));
        return days;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    /** Days to which at least one of the names applies. */
    static NamedDays parse(List<String> names) {
        return new NamedDays(
                names.stream().map(NamedDays::named).reduce(Predicate::or).orElseThrow());
    }

    private static Predicate<LocalDate> named(String name) {
        Predicate<LocalDate> day = BY_NAME.get(name);
        if (day == null) {
            throw new IllegalArgumentException(
                    "there is no day \"%s\"; there are monday or mon to sunday or sun, weekdays, weekend, 1 to 31 and last"
                            .formatted(name));
        }
        return day;
    }

    @Override
    public Optional<LocalDate> onOrAfter(LocalDate day) {
        return Stream.iterate(day, date -> date.plusDays(1)).filter(included).findFirst();
    }
}
