package com.giosg.chatreports.names;

/**
 * A team of an organization.
 *
 * @param id UUID, lower case
 * @param name what readers call it; its id where no name is known
 */
public record Team(String id, String name) {}
