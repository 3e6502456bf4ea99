package com.giosg.chatreports.simulator.exchange;

import java.util.Map;
import java.util.TreeMap;

/**
 * What is sent back.
 *
 * @param status the HTTP status, or {@link #NONE}
 * @param headers one value each
 */
public record Answer(int status, Map<String, String> headers, Content content, Pace pace) {

    /** Instead of a status: the connection is closed without a byte. */
    public static final int NONE = 0;

    public static Answer json(int status, Content content) {
        return new Answer(status, Map.of("Content-Type", "application/json"), content, Pace.immediate());
    }

    public Answer withStatus(int newStatus) {
        return new Answer(newStatus, headers, content, pace);
    }

    public Answer withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new Answer(status, more, content, pace);
    }

    public Answer withContent(Content newContent) {
        return new Answer(status, headers, newContent, pace);
    }

    public Answer withPace(Pace newPace) {
        return new Answer(status, headers, content, newPace);
    }
}
