package com.giosg.chatreports.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {

    private static final Instant LATE = Instant.parse("2030-01-01T00:00:00Z");
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final World world = world(1, LATE);

    @Test
    void has_the_same_figures_on_every_java_version() {
        List<Chat> chats = chats("2020-10-29", "2020-10-30");
        BigDecimal sales = chats.stream()
                .flatMap(chat -> chat.orders().stream())
                .map(Order::sales)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(chats).hasSize(127);
        assertThat(chats.get(0).id()).isEqualTo("e86103a4-d016-9d42-62b8-ff3e09750fb6");
        assertThat(sales).isEqualByComparingTo("4437.06");
    }

    @Test
    void is_the_same_for_the_same_seed_whatever_the_window() {
        List<Chat> week = chats("2020-10-26", "2020-11-02");
        List<Chat> days = LocalDate.parse("2020-10-26")
                .datesUntil(LocalDate.parse("2020-11-02"))
                .flatMap(day -> chats(day.toString(), day.plusDays(1).toString()).stream())
                .toList();
        assertThat(days).isEqualTo(week);
        assertThat(world(1, LATE).events(Organizations.ACME, midnight("2020-10-26"), midnight("2020-10-27")))
                .isEqualTo(world.events(Organizations.ACME, midnight("2020-10-26"), midnight("2020-10-27")));
        assertThat(world(2, LATE).chats(Organizations.ACME, midnight("2020-10-26"), midnight("2020-11-02")))
                .isNotEqualTo(week);
    }

    @Test
    void loses_no_event_at_midnight() {
        List<Event> week = world.events(Organizations.ACME, midnight("2020-10-26"), midnight("2020-11-02"));
        List<Event> days = LocalDate.parse("2020-10-26")
                .datesUntil(LocalDate.parse("2020-11-02"))
                .flatMap(
                        day -> world
                                .events(
                                        Organizations.ACME,
                                        midnight(day.toString()),
                                        midnight(day.plusDays(1).toString()))
                                .stream())
                .toList();
        assertThat(days).isEqualTo(week);
    }

    @Test
    void knows_nothing_of_the_future() {
        Instant noon = Instant.parse("2020-10-29T10:00:00Z");
        World then = world(1, noon);
        List<Chat> sofar = then.chats(Organizations.ACME, midnight("2020-10-29"), midnight("2020-11-05"));
        assertThat(sofar).isNotEmpty().allMatch(chat -> !chat.time().isAfter(noon));
        assertThat(sofar.stream().flatMap(chat -> chat.orders().stream()))
                .allMatch(order -> !order.time().isAfter(noon));
        assertThat(then.events(Organizations.ACME, midnight("2020-10-29"), midnight("2020-11-05")))
                .allMatch(event -> !event.time().isAfter(noon));
        assertThat(then.chats(Organizations.ACME, LATE, LATE.plusSeconds(86_400)))
                .isEmpty();
    }

    @Test
    void lets_orders_arrive_up_to_a_day_after_the_chat() {
        List<Chat> later = chats("2020-10-29", "2020-10-30");
        List<Chat> atMidnight = world(1, midnight("2020-10-30"))
                .chats(Organizations.ACME, midnight("2020-10-29"), midnight("2020-10-30"));
        assertThat(orders(atMidnight)).isLessThan(orders(later)).isPositive();
        assertThat(later).allSatisfy(chat -> assertThat(chat.orders())
                .allMatch(order -> Duration.between(chat.time(), order.time()).toHours() < 24));
    }

    @Test
    void has_a_working_week_with_quiet_nights_and_holidays() {
        assertThat(chats("2020-10-26", "2020-11-02")).hasSizeBetween(400, 900);
        for (LocalDate day = LocalDate.parse("2020-10-01"); day.getMonthValue() == 10; day = day.plusDays(1)) {
            assertThat(chats(day.toString(), day.plusDays(1).toString())).hasSizeBetween(50, 150);
        }
        assertThat(chats("2020-12-25", "2020-12-26")).isEmpty();
        List<Chat> year = chats("2020-01-01", "2021-01-01");
        assertThat(at(year, 3)).isPositive().isLessThan(at(year, 11) / 5);
    }

    @Test
    void has_days_without_a_chat_in_the_smallest_organization() {
        ZoneId zone = Organizations.CORNER.zone();
        List<Integer> counts = LocalDate.parse("2020-10-01")
                .datesUntil(LocalDate.parse("2020-11-01"))
                .map(day -> world.chats(
                                Organizations.CORNER,
                                day.atStartOfDay(zone).toInstant(),
                                day.plusDays(1).atStartOfDay(zone).toInstant())
                        .size())
                .toList();
        assertThat(counts).contains(0).anyMatch(count -> count > 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"visitor", "external", "operator", "group", "task"})
    void has_chats_of_every_type(String type) {
        assertThat(chats("2020-10-01", "2020-11-01"))
                .anyMatch(chat -> chat.type().equals(type));
    }

    @Test
    void has_every_edge_of_a_real_chat() {
        List<Chat> chats = chats("2020-10-01", "2020-11-01");
        for (int user = 0; user <= 3; user++) {
            for (int visitor = 0; visitor <= 2; visitor++) {
                int users = user;
                int visitors = visitor;
                assertThat(chats).anyMatch(chat -> chat.userMessages() == users && chat.visitorMessages() == visitors);
            }
        }
    }

    @Test
    void has_what_makes_scopes_differ() {
        List<Chat> chats = chats("2020-10-01", "2020-11-01");
        assertThat(chats).anyMatch(chat -> chat.roomIds().size() == 2);
        assertThat(chats).anyMatch(chat -> chat.participants().size() > 1);
        assertThat(participants(chats, participant -> participant.teamId().isEmpty()))
                .isPositive();
        assertThat(participants(
                        chats, participant -> !participant.organizationId().equals(Organizations.ACME.id())))
                .isPositive();
        assertThat(chats)
                .anyMatch(chat -> chat.participants().size() > 1
                        && chat.orders().stream().anyMatch(order -> order.time()
                                .isBefore(chat.participants().get(1).joined())));
        assertThat(chats).allSatisfy(chat -> assertThat(chat.userMessages())
                .isEqualTo(chat.participants().stream()
                        .mapToInt(Participant::messages)
                        .sum()));
    }

    @Test
    void lets_a_deleted_user_chat_until_then() {
        User gone = Organizations.ACME.users().stream()
                .filter(user -> user.deletedAt().isPresent())
                .findFirst()
                .orElseThrow();
        Predicate<Participant> isGone = participant -> participant.userId().equals(gone.id());
        assertThat(participants(chats("2020-10-01", "2020-11-01"), isGone)).isPositive();
        assertThat(participants(chats("2026-07-01", "2026-08-01"), isGone)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-10-25", "2021-03-28"})
    void has_chats_in_the_nights_when_the_clocks_change(String date) {
        LocalDate day = LocalDate.parse(date);
        assertThat(chats(date, day.plusDays(1).toString())).isNotEmpty();
        long thirdHour = LocalDate.parse("2015-01-01")
                .datesUntil(LocalDate.parse("2029-01-01"))
                .filter(candidate -> candidate.getMonth() == day.getMonth()
                        && candidate.plusWeeks(1).getMonth() != day.getMonth()
                        && candidate.getDayOfWeek() == day.getDayOfWeek())
                .flatMap(sunday -> chats(sunday.toString(), sunday.plusDays(1).toString()).stream())
                .filter(chat -> chat.time().atZone(ZoneOffset.UTC).getHour() <= 1)
                .count();
        assertThat(thirdHour).isPositive();
    }

    @Test
    void has_the_events_that_the_tutorial_asks_for_some_without_a_user() {
        List<Event> events = world.events(Organizations.ACME, midnight("2020-10-01"), midnight("2020-11-01"));
        assertThat(events.stream()
                        .map(event -> event.category() + "/" + event.action())
                        .collect(Collectors.toSet()))
                .contains(
                        "chat_session_first_response_wait_time/changed",
                        "chat_session_response_wait_time/changed",
                        "chat_invitation/created",
                        "chat_message_attachment_click_action/created",
                        "track_chat_invite/chat_invitation_accepted",
                        "track_chat_invite/first_message_sent");
        assertThat(events).anyMatch(event -> event.userId().isEmpty()).anyMatch(event -> event.userId()
                .isPresent());
        assertThat(events).anyMatch(event -> event.source().equals("untrusted"));
        assertThat(events.stream().map(Event::dim1).flatMap(Optional::stream))
                .allMatch(dim1 -> dim1.matches("\\d+\\.\\d"));
    }

    private static World world(long seed, Instant now) {
        return new World(seed, Clock.fixed(now, ZoneOffset.UTC), Organizations.all());
    }

    private List<Chat> chats(String firstDay, String endDay) {
        return world.chats(Organizations.ACME, midnight(firstDay), midnight(endDay));
    }

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(HELSINKI).toInstant();
    }

    private static long at(List<Chat> chats, int hour) {
        return chats.stream()
                .filter(chat -> chat.time().atZone(HELSINKI).getHour() == hour)
                .count();
    }

    private static int orders(List<Chat> chats) {
        return chats.stream().mapToInt(chat -> chat.orders().size()).sum();
    }

    private static long participants(List<Chat> chats, Predicate<Participant> which) {
        return chats.stream()
                .flatMap(chat -> chat.participants().stream())
                .filter(which)
                .count();
    }
}
