package com.giosg.chatreports.names;

import java.util.List;

/**
 * What the directory says about a user, a team or a room.
 *
 * @param id lower case
 * @param names fit to be printed, the one meant for readers first; at least one
 */
public record Entry(String id, List<String> names) {

    public Entry {
        names = List.copyOf(names);
    }

    public String name() {
        return names.get(0);
    }
}
