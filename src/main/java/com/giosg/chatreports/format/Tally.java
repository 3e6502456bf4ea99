package com.giosg.chatreports.format;

import com.giosg.chatreports.row.Row;
import com.giosg.chatreports.row.Row.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many figures of each metric and scope could not be had or can still change. */
final class Tally {

    private final Map<Key, Long> counts = new LinkedHashMap<>();

    /** What is counted together. */
    record Key(String metric, String scope, Status status) {}

    void add(Row row) {
        Status status = row.status();
        if (status == Status.GAP || status == Status.PROVISIONAL) {
            counts.merge(new Key(row.metric(), row.scope(), status), 1L, Long::sum);
        }
    }

    /** What occurs with this status, in the order of the rows. */
    List<Key> with(Status status) {
        return counts.keySet().stream().filter(key -> key.status() == status).toList();
    }

    long count(Key key) {
        return counts.getOrDefault(key, 0L);
    }
}
