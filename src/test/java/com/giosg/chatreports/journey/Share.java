package com.giosg.chatreports.journey;

import com.giosg.chatreports.simulator.world.Chat;
import com.giosg.chatreports.simulator.world.Order;
import com.giosg.chatreports.simulator.world.Participant;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A chat as the organization, one team or one user had part in it.
 *
 * @param subject id of the team or user; empty for the organization
 * @param userMessages messages by users that count here
 * @param orders all of them for the organization, else those after the team or user joined
 */
record Share(Chat chat, String subject, int userMessages, List<Order> orders) {

    private static final Set<String> CUSTOMER_CHATS = Set.of("visitor", "external");

    static Stream<Share> of(Chat chat, String scope, Meaning meaning) {
        return switch (scope) {
            case "org" -> Stream.of(new Share(chat, "", chat.userMessages(), chat.orders()));
            case "team" ->
                shares(chat, meaning, participant -> participant.teamId().orElse(""));
            case "user" -> shares(chat, meaning, Participant::userId);
            default -> throw new IllegalArgumentException("there is no scope " + scope);
        };
    }

    /** Users without a team have part in no team. */
    private static Stream<Share> shares(Chat chat, Meaning meaning, Function<Participant, String> subject) {
        Map<String, List<Participant>> bySubject = chat.participants().stream()
                .collect(Collectors.groupingBy(subject, LinkedHashMap::new, Collectors.toList()));
        bySubject.remove("");
        return bySubject.entrySet().stream().map(entry -> share(chat, meaning, entry.getKey(), entry.getValue()));
    }

    private static Share share(Chat chat, Meaning meaning, String subject, List<Participant> participants) {
        int own = participants.stream().mapToInt(Participant::messages).sum();
        List<Order> ordersAfterJoining = chat.orders().stream()
                .filter(order -> order.time().isAfter(participants.get(0).joined()))
                .toList();
        return new Share(chat, subject, meaning.ownMessages() ? own : chat.userMessages(), ordersAfterJoining);
    }

    /** "At least 1 message from the visitor and 2 messages from the user." */
    boolean isReal() {
        return isWithCustomer() && chat.visitorMessages() >= 1 && userMessages >= 2;
    }

    /** "Chats where user has participated but haven't qualified as a real chat." */
    boolean isShort() {
        return isWithCustomer() && userMessages >= 1 && !isReal();
    }

    boolean isRealWithOrders() {
        return isReal() && !orders.isEmpty();
    }

    BigDecimal sales() {
        return orders.stream().map(Order::sales).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean isWithCustomer() {
        return CUSTOMER_CHATS.contains(chat.type());
    }
}
