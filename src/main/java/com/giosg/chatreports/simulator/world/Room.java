package com.giosg.chatreports.simulator.world;

import java.util.Optional;

/**
 * A site on which visitors chat.
 *
 * @param id UUID
 * @param displayName the name meant for organizations that the room is shared with
 */
public record Room(String id, String name, Optional<String> displayName, String domain, boolean shared) {}
