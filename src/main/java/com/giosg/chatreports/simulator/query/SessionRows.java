package com.giosg.chatreports.simulator.query;

import com.giosg.chatreports.simulator.assumption.Assumption;
import com.giosg.chatreports.simulator.assumption.Assumptions;
import com.giosg.chatreports.simulator.world.Chat;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Participant;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns chats into the rows that Giosg keeps of them: one for the organization, one per team, one per user. */
public final class SessionRows {

    private final Organization owner;
    private final boolean ownMessages;

    public SessionRows(Organization owner, Assumptions assumptions) {
        this.owner = owner;
        this.ownMessages = assumptions.is(Assumption.USER_MESSAGE_COUNTS, "own");
    }

    public Stream<Item> of(Chat chat) {
        return Stream.of(organizationRow(chat), teamRows(chat), userRows(chat)).flatMap(rows -> rows);
    }

    private Stream<Item> organizationRow(Chat chat) {
        List<String> chatted = chat.participants().stream()
                .map(Participant::organizationId)
                .distinct()
                .toList();
        return Stream.of(new SessionRow(
                chat,
                owner.id(),
                "org",
                Optional.empty(),
                Optional.empty(),
                chatted,
                chat.userMessages(),
                chat.orders()));
    }

    private Stream<Item> teamRows(Chat chat) {
        Map<String, List<Participant>> teams = chat.participants().stream()
                .filter(participant -> participant.teamId().isPresent())
                .collect(Collectors.groupingBy(
                        participant -> participant.teamId().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
        return teams.entrySet().stream()
                .map(team -> row(chat, "team", Optional.of(team.getKey()), Optional.empty(), team.getValue()));
    }

    private Stream<Item> userRows(Chat chat) {
        return chat.participants().stream()
                .map(participant -> row(
                        chat, "user", participant.teamId(), Optional.of(participant.userId()), List.of(participant)));
    }

    private SessionRow row(
            Chat chat, String scope, Optional<String> team, Optional<String> user, List<Participant> members) {
        Instant joined = members.get(0).joined();
        int messages =
                ownMessages ? members.stream().mapToInt(Participant::messages).sum() : chat.userMessages();
        return new SessionRow(
                chat,
                owner.id(),
                scope,
                team,
                user,
                List.of(),
                messages,
                chat.orders().stream()
                        .filter(order -> order.time().isAfter(joined))
                        .toList());
    }
}
