package com.giosg.chatreports.route;

import com.giosg.chatreports.time.Schedule;
import java.time.Duration;

/** How often a timer asks whether a report is due: each time costs a little, and a run starts that much late at most. */
final class Wakes {

    private static final Duration COARSE = Duration.ofSeconds(30);
    private static final Duration HOURLY = Duration.ofSeconds(15);
    private static final Duration MEDIUM = Duration.ofSeconds(5);
    private static final Duration FINE = Duration.ofSeconds(1);

    /** When the clocks go forward. */
    private static final Duration SHORTEST_DAY = Duration.ofHours(23);

    private Wakes() {}

    /**
     * From one time to the next.
     *
     * @param exactStart whether a run is to start at its second
     */
    static Duration period(Schedule schedule, boolean exactStart) {
        Duration spacing = schedule.spacing();
        if (spacing.toMinutes() == 0) {
            // Every second or every few seconds: otherwise one would be missed now and then.
            Duration quarter = spacing.dividedBy(4);
            return quarter.compareTo(FINE) < 0 ? quarter : FINE;
        }
        if (exactStart) {
            return FINE;
        }
        if (spacing.toHours() == 0) {
            return MEDIUM;
        }
        return spacing.compareTo(SHORTEST_DAY) < 0 ? HOURLY : COARSE;
    }
}
