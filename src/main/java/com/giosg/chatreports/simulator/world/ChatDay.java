package com.giosg.chatreports.simulator.world;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Invents the chats of one organization on one of its local days. */
final class ChatDay {

    private static final List<String> TYPES = List.of("visitor", "external", "operator", "group", "task");
    private static final List<String> INITIATORS = List.of("visitor", "autosuggest", "rule", "operator");

    private final Organization organization;
    private final Draw draw;

    private ChatDay(Organization organization, Draw draw) {
        this.organization = organization;
        this.draw = draw;
    }

    static List<Chat> chats(Organization organization, LocalDate day, long seed) {
        Draw draw = Draw.of(seed, organization, day, "chats");
        ChatDay chatDay = new ChatDay(organization, draw);
        return Rhythm.starts(organization, day, draw).stream()
                .map(chatDay::chat)
                .toList();
    }

    private Chat chat(Instant time) {
        String type = TYPES.get(draw.weighted(78, 10, 5, 4, 3));
        boolean amongUsers = type.equals("operator") || type.equals("group");
        String initiator = amongUsers ? "operator" : INITIATORS.get(draw.weighted(50, 20, 15, 15));
        Optional<String> visitor = amongUsers ? Optional.empty() : Optional.of(draw.uuid());
        int visitorMessages = amongUsers ? 0 : messages(6, 14, 15);
        List<Participant> participants = participants(time, amongUsers ? draw.between(2, 9) : messages(10, 14, 14));
        int userMessages = participants.stream().mapToInt(Participant::messages).sum();
        List<Order> orders = visitorMessages > 0 && draw.percent(22) ? orders(time) : List.of();
        return new Chat(
                draw.uuid(),
                time,
                type,
                initiator,
                rooms(),
                visitor,
                userMessages,
                visitorMessages,
                participants,
                orders);
    }

    /** 0, 1 and 2 decide whether a chat is real: each comes up in so many of a hundred. */
    private int messages(int none, int one, int two) {
        int edge = draw.weighted(none, one, two, 100 - none - one - two);
        return edge < 3 ? edge : draw.between(3, 14);
    }

    private List<String> rooms() {
        List<Room> rooms = organization.rooms();
        int first = draw.weighted(60, 25, 15);
        if (!draw.percent(8)) {
            return List.of(rooms.get(first).id());
        }
        return List.of(
                rooms.get(first).id(), rooms.get((first + 1) % rooms.size()).id());
    }

    private List<Participant> participants(Instant time, int messages) {
        int wanted = Math.min(messages, 1 + draw.weighted(75, 20, 5));
        List<User> users = users(time, wanted);
        List<Participant> participants = new ArrayList<>();
        Instant joined = time;
        int left = messages;
        for (int index = 0; index < users.size(); index++) {
            joined = joined.plusMillis(draw.between(2_000, 180_000));
            int stillToJoin = users.size() - index - 1;
            int own = stillToJoin == 0 ? left : draw.between(1, left - stillToJoin);
            left -= own;
            participants.add(participant(users.get(index), joined, own));
        }
        return participants;
    }

    private Participant participant(User user, Instant joined, int messages) {
        String home = organization.guests().contains(user) ? organization.partnerId() : organization.id();
        return new Participant(user.id(), user.teamId(), home, joined, messages);
    }

    private List<User> users(Instant time, int wanted) {
        List<User> users = new ArrayList<>();
        while (users.size() < wanted) {
            User user = draw.percent(3) ? draw.oneOf(organization.guests()) : draw.oneOf(agents());
            if (user.worksAt(time) && !users.contains(user)) {
                users.add(user);
            }
        }
        return users;
    }

    private List<User> agents() {
        return organization.users().subList(1, organization.users().size());
    }

    /** Half of them within minutes, so that some come before the second user joins. */
    private List<Order> orders(Instant time) {
        List<Order> orders = new ArrayList<>();
        for (int left = 1 + draw.weighted(80, 15, 5); left > 0; left--) {
            Duration after = draw.percent(50)
                    ? Duration.ofMillis(draw.between(1_000, 300_000))
                    : Duration.ofMinutes(draw.between(5, 1_439));
            BigDecimal sales = BigDecimal.valueOf(draw.between(499, 24_999), 2);
            BigDecimal subscription = draw.percent(10) ? sales : BigDecimal.valueOf(0, 2);
            orders.add(new Order(time.plus(after), sales, subscription));
        }
        return orders;
    }
}
