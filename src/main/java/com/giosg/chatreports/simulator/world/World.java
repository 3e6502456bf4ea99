package com.giosg.chatreports.simulator.world;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything that happened. The chats and events of a local day of an organization follow from the seed, the
 * organization and the date alone, so every window of every year has data and the same seed always has the same.
 * Nothing has happened yet that lies after the clock's now.
 */
public final class World {

    private final long seed;
    private final Clock clock;
    private final List<Organization> organizations;

    public World(long seed, Clock clock, List<Organization> organizations) {
        this.seed = seed;
        this.clock = clock;
        this.organizations = List.copyOf(organizations);
    }

    public List<Organization> organizations() {
        return organizations;
    }

    public Optional<Organization> organization(String id) {
        return organizations.stream()
                .filter(organization -> organization.id().equals(id))
                .findFirst();
    }

    /** The chats placed in that time, oldest first, each as it looks at the clock's now; the end is exclusive. */
    public List<Chat> chats(Organization organization, Instant start, Instant end) {
        Instant now = clock.instant();
        return days(organization.zone(), start, earlier(end, now))
                .flatMap(day -> ChatDay.chats(organization, day, seed).stream())
                .filter(within(Chat::time, start, end, now))
                .map(chat -> chat.asOf(now))
                .toList();
    }

    /** The events of that time, oldest first; the end is exclusive. */
    public List<Event> events(Organization organization, Instant start, Instant end) {
        Instant now = clock.instant();
        return days(organization.zone(), start, earlier(end, now))
                .flatMap(day -> EventDay.events(organization, day, seed).stream())
                .filter(within(Event::time, start, end, now))
                .sorted(Comparator.comparing(Event::time))
                .toList();
    }

    /** The local days that touch this time, and the one before: some of its events fall on the next day. */
    private static Stream<LocalDate> days(ZoneId zone, Instant start, Instant end) {
        LocalDate first = start.atZone(zone).toLocalDate().minusDays(1);
        LocalDate last = end.atZone(zone).toLocalDate();
        return last.isBefore(first) ? Stream.of() : first.datesUntil(last.plusDays(1));
    }

    private static <T> Predicate<T> within(Function<T, Instant> time, Instant start, Instant end, Instant now) {
        return item -> {
            Instant moment = time.apply(item);
            return !moment.isBefore(start) && moment.isBefore(end) && !moment.isAfter(now);
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
