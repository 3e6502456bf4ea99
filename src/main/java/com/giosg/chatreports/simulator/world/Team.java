package com.giosg.chatreports.simulator.world;

import java.time.Instant;
import java.util.Optional;

/**
 * Users who chat under one name.
 *
 * @param id UUID
 * @param displayName the name meant for organizations that the team is shared with
 */
public record Team(String id, String name, Optional<String> displayName, Optional<Instant> deletedAt) {}
