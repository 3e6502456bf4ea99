package com.giosg.chatreports.simulator.world;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Invents the events that the chats of one local day leave behind; some fall on the next day. */
final class EventDay {

    private static final String CHAT_VENDOR = "com.giosg.chat";
    private static final String WORKFLOW_CATEGORY = "track_chat_invite";

    private final Organization organization;
    private final Draw draw;
    private final List<Event> events = new ArrayList<>();

    private EventDay(Organization organization, Draw draw) {
        this.organization = organization;
        this.draw = draw;
    }

    static List<Event> events(Organization organization, LocalDate day, long seed) {
        EventDay eventDay = new EventDay(organization, Draw.of(seed, organization, day, "events"));
        for (Chat chat : ChatDay.chats(organization, day, seed)) {
            eventDay.follow(chat);
        }
        return eventDay.events;
    }

    private void follow(Chat chat) {
        if (chat.visitorId().isEmpty()) {
            return;
        }
        if (!chat.participants().isEmpty()) {
            waitTimes(chat);
        }
        if (!chat.initiator().equals("visitor")) {
            invitations(chat);
        }
        if (draw.percent(18)) {
            clicks(chat);
        }
        if (draw.percent(10)) {
            add(chat, 60_000, "chat_tag", "added", draw.oneOf(List.of("9f86d081", "60303ae2")), firstUser(chat));
        }
    }

    /** The tutorial's two wait times, in seconds with one decimal. */
    private void waitTimes(Chat chat) {
        timed(chat, "chat_session_first_response_wait_time", draw.between(10, 1_800));
        for (int left = Math.min(4, Math.min(chat.userMessages(), chat.visitorMessages())); left > 0; left--) {
            timed(chat, "chat_session_response_wait_time", draw.between(5, 2_400));
        }
    }

    private void timed(Chat chat, String category, int tenths) {
        Event event = event(chat, tenths * 100L, category, "changed", "", firstUser(chat));
        events.add(event.withValue(BigDecimal.valueOf(tenths, 1)));
    }

    /** Invitations, answered ones and those without answer, and the workflow events of the answered. */
    private void invitations(Chat chat) {
        for (int left = draw.between(1, 3); left > 0; left--) {
            add(chat, draw.between(0, 30_000), "chat_invitation", "created", chat.initiator(), firstUser(chat));
        }
        if (draw.percent(30)) {
            add(chat, 30_000, "chat_invitation", "declined", chat.initiator(), Optional.empty());
        }
        if (chat.visitorMessages() > 0) {
            workflow(chat, "chat_invitation_accepted", draw.between(10, 900));
            workflow(chat, "first_message_sent", draw.between(20, 1_800));
        }
    }

    private void workflow(Chat chat, String action, int tenths) {
        Event event = event(chat, tenths * 100L, WORKFLOW_CATEGORY, action, "", Optional.empty());
        List<String> partners = draw.percent(12) ? List.of(organization.partnerId()) : List.of();
        events.add(event.withWorkflow(BigDecimal.valueOf(tenths, 1).toPlainString(), partners));
    }

    /** A tenth is reported by the visitor's browser alone: an untrusted source, which the tutorial's queries leave out. */
    private void clicks(Chat chat) {
        for (int left = draw.between(1, 3); left > 0; left--) {
            Event event = event(
                    chat,
                    draw.between(5_000, 600_000),
                    "chat_message_attachment_click_action",
                    "created",
                    draw.oneOf(List.of("button", "link")),
                    firstUser(chat));
            events.add(draw.percent(10) ? event.fromUntrustedSource() : event);
        }
    }

    /** Who the event is put down to; now and then nobody. */
    private Optional<String> firstUser(Chat chat) {
        if (draw.percent(6)) {
            return Optional.empty();
        }
        return chat.participants().stream().findFirst().map(Participant::userId);
    }

    private void add(Chat chat, long millis, String category, String action, String label, Optional<String> user) {
        events.add(event(chat, millis, category, action, label, user));
    }

    private static Event event(
            Chat chat, long millis, String category, String action, String label, Optional<String> user) {
        return new Event(
                chat.time().plusMillis(millis),
                CHAT_VENDOR,
                "trusted",
                category,
                action,
                label,
                user,
                chat.visitorId(),
                chat.id(),
                chat.roomIds(),
                List.of(),
                BigDecimal.ONE,
                Optional.empty());
    }
}
