package com.giosg.chatreports.simulator.world;

import java.time.Instant;
import java.util.Optional;

/**
 * A user's part in a chat.
 *
 * @param organizationId whose user it is; a guest's differs from the chat's owner
 * @param joined orders before this moment are not counted for the user
 * @param messages how many this user wrote, at least one
 */
public record Participant(
        String userId, Optional<String> teamId, String organizationId, Instant joined, int messages) {}
