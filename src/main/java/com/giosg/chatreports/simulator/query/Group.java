package com.giosg.chatreports.simulator.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one row of an answer is about.
 *
 * @param bucket start of the bucket
 * @param values one for each asked dimension; none where an event has no such value
 */
record Group(Instant bucket, List<Optional<String>> values) implements Comparable<Group> {

    private static final Comparator<Group> ORDER = Comparator.comparing(Group::bucket)
            .thenComparing(group -> group.values().toString());

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
