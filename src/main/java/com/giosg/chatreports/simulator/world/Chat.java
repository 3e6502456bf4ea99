package com.giosg.chatreports.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A chat session as it happened, from which every row and figure follows.
 *
 * @param id UUID
 * @param time the one moment that places the chat in a bucket
 * @param type {@code visitor}, {@code external}, {@code operator}, {@code group} or {@code task}
 * @param initiator {@code visitor}, {@code operator}, {@code autosuggest} or {@code rule}
 * @param roomIds usually one, sometimes two
 * @param visitorId none in chats among users
 * @param userMessages messages by users (agents), autosuggests not counted: the sum over the participants
 * @param visitorMessages messages by the visitor
 * @param participants users who wrote, in the order of joining; empty when nobody answered
 * @param orders orders of the visitor up to 24 hours after the chat, as far as they have happened by now
 */
public record Chat(
        String id,
        Instant time,
        String type,
        String initiator,
        List<String> roomIds,
        Optional<String> visitorId,
        int userMessages,
        int visitorMessages,
        List<Participant> participants,
        List<Order> orders) {

    /** The same chat as it looked at an earlier moment: orders that came later are not known yet. */
    Chat asOf(Instant moment) {
        List<Order> known =
                orders.stream().filter(order -> !order.time().isAfter(moment)).toList();
        return new Chat(
                id, time, type, initiator, roomIds, visitorId, userMessages, visitorMessages, participants, known);
    }
}
