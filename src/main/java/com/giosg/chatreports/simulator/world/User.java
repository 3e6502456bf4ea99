package com.giosg.chatreports.simulator.world;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who answers chats.
 *
 * @param id UUID
 * @param email none for bots
 * @param teamId the team this user chats for, if any
 * @param deletedAt since when the user is gone; figures from before keep the id
 */
public record User(
        String id,
        String firstName,
        String lastName,
        Optional<String> email,
        boolean bot,
        Optional<String> teamId,
        Optional<Instant> deletedAt) {

    public String fullName() {
        return (firstName + " " + lastName).strip();
    }

    boolean worksAt(Instant time) {
        return deletedAt.map(time::isBefore).orElse(true);
    }
}
