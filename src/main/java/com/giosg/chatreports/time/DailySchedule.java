package com.giosg.chatreports.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Some times on some days: what every schedule comes down to. */
record DailySchedule(String text, Days days, TimesOfDay times) implements Schedule {

    @Override
    public Optional<Instant> nextAfter(Instant instant, ZoneId zone) {
        Optional<LocalDate> date =
                days.onOrAfter(LocalDay.containing(instant, zone).date());
        while (date.isPresent()) {
            Optional<Instant> next = times.firstAfter(instant, new LocalDay(date.get(), zone));
            if (next.isPresent()) {
                return next;
            }
            date = days.onOrAfter(date.get().plusDays(1));
        }
        return Optional.empty();
    }

    @Override
    public Duration spacing() {
        return times.spacing();
    }
}
