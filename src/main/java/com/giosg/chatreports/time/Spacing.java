package com.giosg.chatreports.time;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** How close to each other things happen that repeat. */
final class Spacing {

    /** In seconds, where the clocks do not change. */
    static final long DAY = Duration.ofDays(1).toSeconds();

    private Spacing() {}

    /**
     * The shortest time from one to the next.
     *
     * @param seconds when they happen within a period, ascending
     * @param period seconds after which all of them happen again
     */
    static Duration shortest(List<Long> seconds, long period) {
        long first = seconds.get(0);
        long overTheEnd = first + period - seconds.get(seconds.size() - 1);
        return Duration.ofSeconds(IntStream.range(1, seconds.size())
                .mapToLong(index -> seconds.get(index) - seconds.get(index - 1))
                .filter(distance -> distance > 0)
                .reduce(overTheEnd, Math::min));
    }
}
