package com.giosg.chatreports.journey;

import com.giosg.chatreports.simulator.world.Chat;
import com.giosg.chatreports.simulator.world.Event;
import com.giosg.chatreports.simulator.world.World;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything in a window that counts for a metric, straight from what happened. */
final class TrueFacts {

    private final Coverage coverage;
    private final Meaning meaning;
    private final List<Chat> chats;
    private final List<Event> events;

    TrueFacts(World world, Coverage coverage, Meaning meaning) {
        this.coverage = coverage;
        this.meaning = meaning;
        this.chats = world.chats(coverage.organization(), coverage.start(), coverage.end());
        this.events = world.events(coverage.organization(), coverage.start(), coverage.end());
    }

    List<Fact> of(TrueMetric metric, String scope) {
        Stream<Fact> facts = metric.family() == TrueMetric.Family.CHATS
                ? chats.stream()
                        .filter(this::isInRooms)
                        .flatMap(chat -> Share.of(chat, scope, meaning))
                        .flatMap(share -> ofShare(metric, share))
                : events.stream().flatMap(event -> ofEvent(metric, scope, event));
        return facts.toList();
    }

    private boolean isInRooms(Chat chat) {
        return coverage.rooms().isEmpty() || chat.roomIds().stream().anyMatch(coverage.rooms()::contains);
    }

    private static Stream<Fact> ofShare(TrueMetric metric, Share share) {
        Optional<BigDecimal> amount =
                switch (metric) {
                    case REAL_CHATS -> when(share.isReal(), BigDecimal.ONE);
                    case MESSAGES_IN_REAL_CHATS -> when(share.isReal(), BigDecimal.valueOf(share.userMessages()));
                    case SHORT_CHATS -> when(share.isShort(), BigDecimal.ONE);
                    case REAL_CHATS_WITH_SALES -> when(share.isRealWithOrders(), BigDecimal.ONE);
                    case PURCHASES_IN_REAL_CHATS ->
                        when(
                                share.isRealWithOrders(),
                                BigDecimal.valueOf(share.orders().size()));
                    case SALES_IN_REAL_CHATS -> when(share.isReal(), share.sales());
                    case AVERAGE_PURCHASE_VALUE_IN_REAL_CHATS -> when(share.isRealWithOrders(), share.sales());
                    default -> throw new IllegalArgumentException(metric.id() + " is not about chats");
                };
        return amount.map(figure -> new Fact(share.chat().time(), share.subject(), figure)).stream();
    }

    private Stream<Fact> ofEvent(TrueMetric metric, String scope, Event event) {
        Optional<BigDecimal> amount =
                switch (metric) {
                    case AVERAGE_FIRST_RESPONSE_WAIT_TIME ->
                        when(isTrusted(event, "chat_session_first_response_wait_time", "changed"), event.value());
                    case AVERAGE_RESPONSE_WAIT_TIME ->
                        when(isTrusted(event, "chat_session_response_wait_time", "changed"), event.value());
                    case CHAT_INVITATIONS -> when(isTrusted(event, "chat_invitation", "created"), BigDecimal.ONE);
                    case BOT_CLICKS ->
                        when(isTrusted(event, "chat_message_attachment_click_action", "created"), BigDecimal.ONE);
                    case AVERAGE_INVITE_ACCEPTED_WAIT_TIME -> workflow(event, "chat_invitation_accepted");
                    case AVERAGE_FIRST_MESSAGE_SENT -> workflow(event, "first_message_sent");
                    default -> throw new IllegalArgumentException(metric.id() + " is not about events");
                };
        String subject = scope.equals("org") ? "" : event.userId().orElse("");
        boolean nobodys = !scope.equals("org") && subject.isEmpty();
        return amount
                .filter(figure -> meaning.nobodysEvents() || !nobodys)
                .map(figure -> new Fact(event.time(), subject, figure))
                .stream();
    }

    private static boolean isTrusted(Event event, String category, String action) {
        return event.vendor().equals("com.giosg.chat")
                && event.source().equals("trusted")
                && event.category().equals(category)
                && event.action().equals(action);
    }

    private Optional<BigDecimal> workflow(Event event, String action) {
        boolean counts = event.category().equals("track_chat_invite")
                && event.action().equals(action)
                && (meaning.partnersToo() || event.partnerOrganizationIds().isEmpty());
        return counts ? event.dim1().map(BigDecimal::new) : Optional.empty();
    }

    private static Optional<BigDecimal> when(boolean counts, BigDecimal amount) {
        return counts ? Optional.of(amount) : Optional.empty();
    }
}
