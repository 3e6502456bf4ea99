package com.giosg.chatreports.simulator.world;

import java.time.ZoneId;
import java.util.List;

/**
 * A simulated Giosg account.
 *
 * @param id UUID
 * @param token what its requests must carry as {@code Authorization: Token …}
 * @param zone where its people live, which decides at what hours they chat
 * @param busyDay about how many chats a good working day has
 * @param users all but the guests, the user of the token first, who never chats
 * @param guests users of partner organizations who chat here; this organization cannot look up their names
 * @param partnerId the organization that the guests belong to
 */
public record Organization(
        String id,
        String name,
        String token,
        ZoneId zone,
        int busyDay,
        List<User> users,
        List<Team> teams,
        List<Room> rooms,
        List<User> guests,
        String partnerId) {

    /** The user whose permissions the token carries. */
    public User tokenUser() {
        return users.get(0);
    }

    @Override
    public String toString() {
        return name;
    }
}
