package com.giosg.chatreports.names;

import com.giosg.chatreports.config.RoomIds;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** The rooms of a configuration, which may be given by name, become ids. */
public final class RoomNames {

    private static final int MOST_LISTED = 30;

    private final Collection<Entry> rooms;
    private final List<String> problems = new ArrayList<>();

    private RoomNames(Collection<Entry> rooms) {
        this.rooms = rooms;
    }

    /**
     * The ids in the order of the configuration.
     *
     * @throws RequestFailure if a name stands for no room or for several; the message says which there are
     */
    public static List<String> resolve(List<String> configured, Collection<Entry> rooms) throws RequestFailure {
        RoomNames names = new RoomNames(rooms);
        List<String> ids = configured.stream()
                .map(room -> RoomIds.isId(room) ? room : names.id(room))
                .distinct()
                .toList();
        if (!names.problems.isEmpty()) {
            throw new RequestFailure(FailureKind.ROOM, String.join("; ", names.problems));
        }
        return ids;
    }

    private String id(String configured) {
        String name = NameText.printable(configured);
        List<Entry> found = called(name, String::equals);
        if (found.isEmpty()) {
            found = called(name, String::equalsIgnoreCase);
        }
        if (found.size() == 1) {
            return found.get(0).id();
        }
        problems.add(found.isEmpty() ? unknown(name) : ambiguous(name, found));
        return "";
    }

    private List<Entry> called(String name, BiPredicate<String, String> same) {
        return rooms.stream()
                .filter(room -> room.names().stream().anyMatch(other -> same.test(other, name)))
                .toList();
    }

    private String unknown(String name) {
        String there = rooms.stream()
                .map(Entry::name)
                .sorted()
                .limit(MOST_LISTED)
                .map(other -> '"' + other + '"')
                .collect(Collectors.joining(", "));
        int more = rooms.size() - MOST_LISTED;
        return "no room is called \"%s\"; there %s%s"
                .formatted(
                        name,
                        there.isEmpty() ? "is none" : "are " + there,
                        more > 0 ? " and %d more".formatted(more) : "");
    }

    private static String ambiguous(String name, List<Entry> found) {
        return "%d rooms are called \"%s\": %s"
                .formatted(
                        found.size(),
                        name,
                        found.stream()
                                .limit(MOST_LISTED)
                                .map(room -> "%s (\"%s\")".formatted(room.id(), room.name()))
                                .collect(Collectors.joining(", ")));
    }
}
