package com.giosg.chatreports.journey;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The thirteen figures of Giosg's tutorial, by the definitions that it prints. */
enum TrueMetric {
    REAL_CHATS(Family.CHATS, "chats"),
    MESSAGES_IN_REAL_CHATS(Family.CHATS, "messages"),
    SHORT_CHATS(Family.CHATS, "chats"),
    AVERAGE_FIRST_RESPONSE_WAIT_TIME(Family.EVENTS, "seconds"),
    AVERAGE_RESPONSE_WAIT_TIME(Family.EVENTS, "seconds"),
    AVERAGE_INVITE_ACCEPTED_WAIT_TIME(Family.WORKFLOW, "seconds"),
    AVERAGE_FIRST_MESSAGE_SENT(Family.WORKFLOW, "seconds"),
    REAL_CHATS_WITH_SALES(Family.CHATS, "chats"),
    PURCHASES_IN_REAL_CHATS(Family.CHATS, "purchases"),
    SALES_IN_REAL_CHATS(Family.CHATS, "account currency"),
    AVERAGE_PURCHASE_VALUE_IN_REAL_CHATS(Family.CHATS, "account currency"),
    CHAT_INVITATIONS(Family.EVENTS, "invitations"),
    BOT_CLICKS(Family.EVENTS, "clicks");

    private final Family family;
    private final String unit;

    TrueMetric(Family family, String unit) {
        this.family = family;
        this.unit = unit;
    }

    /** What a figure is made of, which decides how it can be broken down. */
    enum Family {
        CHATS,
        EVENTS,
        WORKFLOW
    }

    static List<TrueMetric> all() {
        return List.of(values());
    }

    static TrueMetric of(String id) {
        return Arrays.stream(values())
                .filter(metric -> metric.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the tutorial has no metric " + id));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Family family() {
        return family;
    }

    String unit() {
        return unit;
    }

    List<String> scopes() {
        return switch (family) {
            case CHATS -> List.of("org", "team", "user");
            case EVENTS -> List.of("org", "user");
            case WORKFLOW -> List.of("org");
        };
    }

    boolean isAverage() {
        return name().startsWith("AVERAGE_");
    }

    /** Carts count that were bought up to 24 hours after the chat. */
    boolean isAboutSales() {
        return name().contains("SALES") || name().contains("PURCHASE");
    }
}
