package com.giosg.chatreports.names;

import com.giosg.chatreports.config.IdOrName;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The rooms of a configuration, which may be given by name, become ids. */
public final class RoomNames {

    private RoomNames() {}

    /**
     * The ids in the order of the configuration.
     *
     * @throws RequestFailure if a name stands for no room or for several; the message says which there are
     */
    public static List<String> resolve(List<String> configured, Collection<Entry> rooms) throws RequestFailure {
        Namesakes namesakes = new Namesakes("room", rooms);
        List<String> ids = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String room : configured) {
            try {
                ids.add(IdOrName.isId(room) ? room : namesakes.only(room).id());
            } catch (UnknownName e) {
                problems.add(e.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestFailure(FailureKind.ROOM, String.join("; ", problems));
        }
        return ids.stream().distinct().toList();
    }
}
