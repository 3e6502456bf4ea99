package com.giosg.chatreports.simulator.query;

import com.giosg.chatreports.simulator.world.Chat;
import com.giosg.chatreports.simulator.world.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A chat under one scope, as Giosg keeps it: once for the organization, once per team and once per user that chatted.
 *
 * @param scope {@code org}, {@code team} or {@code user}
 * @param organizationIds whose users chatted; scope org only
 * @param userMessages of the chat or of the one team or user, as assumed
 * @param orders scope org: all; else those after the team or user joined
 */
record SessionRow(
        Chat chat,
        String owner,
        String scope,
        Optional<String> teamId,
        Optional<String> userId,
        List<String> organizationIds,
        int userMessages,
        List<Order> orders)
        implements Item {

    @Override
    public Instant time() {
        return chat.time();
    }

    @Override
    public List<String> values(String dimension) {
        return switch (dimension) {
            case "chat_initiator" -> List.of(chat.initiator());
            case "chat_session_id" -> List.of(chat.id());
            case "chat_type" -> List.of(chat.type());
            case "chatted_organization_ids" -> organizationIds;
            case "order_count" -> List.of(Integer.toString(orders.size()));
            case "owner_organization_id" -> List.of(owner);
            case "room_ids" -> chat.roomIds();
            case "sales" -> List.of(total(Order::sales));
            case "scope" -> List.of(scope);
            case "subscription_sales" -> List.of(total(Order::subscriptionSales));
            case "team_id" -> teamId.stream().toList();
            case "user_id" -> userId.stream().toList();
            case "user_message_count" -> List.of(Integer.toString(userMessages));
            case "visitor_ids" -> chat.visitorId().stream().toList();
            case "visitor_message_count" -> List.of(Integer.toString(chat.visitorMessages()));
            default -> throw new IllegalArgumentException("chat sessions have no dimension " + dimension);
        };
    }

    private String total(Function<Order, BigDecimal> amount) {
        return orders.stream()
                .map(amount)
                .reduce(BigDecimal.valueOf(0, 2), BigDecimal::add)
                .toPlainString();
    }
}
