package com.giosg.chatreports.route;

import com.giosg.chatreports.time.Schedule;
import java.time.Duration;

/** How often a timer asks whether a report is due: each time costs a little, and a run starts that much late at most. */
final class Wakes {

    private static final Duration COARSE = Duration.ofSeconds(5);
    private static final Duration MEDIUM = Duration.ofSeconds(3);
    private static final Duration FINE = Duration.ofSeconds(1);

    private Wakes() {}

    static Duration period(Schedule schedule) {
        Duration spacing = schedule.spacing();
        if (spacing.toHours() > 0) {
            return COARSE;
        }
        if (spacing.toMinutes() > 0) {
            return MEDIUM;
        }
        // Every second or every few seconds: otherwise one would be missed now and then.
        Duration quarter = spacing.dividedBy(4);
        return quarter.compareTo(FINE) < 0 ? quarter : FINE;
    }
}
