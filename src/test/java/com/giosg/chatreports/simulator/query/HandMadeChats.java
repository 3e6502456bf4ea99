package com.giosg.chatreports.simulator.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.world.Chat;
import com.giosg.chatreports.simulator.world.Order;
import com.giosg.chatreports.simulator.world.Organizations;
import com.giosg.chatreports.simulator.world.Participant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Four chats whose figures can be computed in one's head.
 *
 * <pre>
 * id  29 Oct 2020 UTC  type      rooms  visitor  users                       orders
 * c1  08:00            visitor   r1     3        u1 of t1: 2, u2 of t1: 10   10.50 before u2 joined, 20.00 after
 * c2  09:30            visitor   r1 r2  1        u1 of t1: 1
 * c3  09:45            external  r2     0        u3 without team: 5          7.25
 * c4  12:00            operator  r1     0        nobody
 * </pre>
 */
final class HandMadeChats {

    private static final Instant MORNING = Instant.parse("2020-10-29T08:00:00Z");

    private HandMadeChats() {}

    static List<Chat> all() {
        return List.of(
                chat(
                        "c1",
                        MORNING,
                        "visitor",
                        List.of("r1"),
                        3,
                        List.of(user("u1", "t1", 60, 2), user("u2", "t1", 600, 10)),
                        List.of(order(300, "10.50"), order(900, "20.00"))),
                chat(
                        "c2",
                        MORNING.plusSeconds(5_400),
                        "visitor",
                        List.of("r1", "r2"),
                        1,
                        List.of(user("u1", "t1", 5_460, 1)),
                        List.of()),
                chat(
                        "c3",
                        MORNING.plusSeconds(6_300),
                        "external",
                        List.of("r2"),
                        0,
                        List.of(user("u3", null, 6_360, 5)),
                        List.of(order(7_000, "7.25"))),
                chat("c4", MORNING.plusSeconds(14_400), "operator", List.of("r1"), 0, List.of(), List.of()));
    }

    /** What the body asks for, as Giosg would print it: one line per row. */
    static Table answer(String body, Assumptions assumptions) {
        Query query = query(body, assumptions);
        SessionRows rows = new SessionRows(Organizations.ACME, assumptions);
        Stream<Item> items = all().stream()
                .flatMap(rows::of)
                .filter(item -> !item.time().isBefore(query.interval().start()))
                .filter(item -> item.time().isBefore(query.interval().end()));
        return new Evaluator(assumptions).answer(query, items);
    }

    static Query query(String body, Assumptions assumptions) {
        try {
            return new QueryReader(assumptions).chatSessions(new JsonMapper().readTree(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }

    private static Chat chat(
            String id,
            Instant time,
            String type,
            List<String> rooms,
            int visitorMessages,
            List<Participant> users,
            List<Order> orders) {
        int userMessages = users.stream().mapToInt(Participant::messages).sum();
        Optional<String> visitor = Optional.of("v-" + id);
        return new Chat(id, time, type, "visitor", rooms, visitor, userMessages, visitorMessages, users, orders);
    }

    private static Participant user(String id, String team, int secondsAfterMorning, int messages) {
        return new Participant(
                id,
                Optional.ofNullable(team),
                Organizations.ACME.id(),
                MORNING.plusSeconds(secondsAfterMorning),
                messages);
    }

    private static Order order(int secondsAfterMorning, String sales) {
        return new Order(MORNING.plusSeconds(secondsAfterMorning), new BigDecimal(sales), BigDecimal.ZERO);
    }
}
