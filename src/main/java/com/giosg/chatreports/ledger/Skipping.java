package com.giosg.chatreports.ledger;

import com.giosg.chatreports.config.Report.CatchUp;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes rows of the due times that get no run. For each reason the newest have one each; those before them share one, since a
 * report of every minute misses forty thousand in a month.
 *
 * @param times of the report that skips them
 * @param attendance knows which of them a run kept waiting
 */
record Skipping(DueTimes times, Attendance attendance) {

    private static final int ROWS = 50;

    private static final String WAITED = "the run before it was still going";

    /** So many are counted one by one; it takes a moment. */
    private static final int COUNTED = 100_000;

    /** For one reason. */
    private static final class Group {

        private final int rows;
        private final Deque<Instant> newest = new ArrayDeque<>();
        private Instant first;
        private long count;

        /** Whether some were not counted. */
        private boolean more;

        Group(int rows) {
            this.rows = rows;
        }

        void add(Instant due) {
            first = first == null ? due : first;
            count++;
            newest.addLast(due);
            if (newest.size() > rows) {
                newest.removeFirst();
            }
        }

        /** How many share the first row. */
        long shared() {
            return count - newest.size() + 1;
        }
    }

    /** All after one instant and before another, as long as somebody looks at it at this time. */
    Skipped between(Instant after, Instant end, Instant now) {
        Map<String, Group> groups = new LinkedHashMap<>();
        Optional<Instant> due = times.after(after).filter(end::isAfter);
        long walked = 0;
        while (due.isPresent()) {
            Group group = groups.computeIfAbsent(reason(due.get(), now), reason -> new Group(rows(reason)));
            group.add(due.get());
            Instant recent = end.minus(DueTimes.OLDEST);
            group.more |= ++walked == COUNTED && due.get().isBefore(recent);
            due = times.after(walked == COUNTED ? latest(due.get(), recent) : due.get())
                    .filter(end::isAfter);
        }
        List<Run> rows = new ArrayList<>();
        groups.forEach((reason, group) -> rows.addAll(rows(reason, group)));
        long waited = groups.containsKey(WAITED) ? groups.get(WAITED).count : 0;
        return new Skipped(
                rows, groups.values().stream().mapToLong(group -> group.count).sum(), waited);
    }

    /** What had to wait shares one row in any case, or a report that falls due too often would have more rows than runs. */
    private static int rows(String reason) {
        return reason.equals(WAITED) ? 1 : ROWS;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private String reason(Instant due, Instant now) {
        if (attendance.sawWaiting(due)) {
            return WAITED;
        }
        if (times.catchUp() != CatchUp.ALL) {
            return times.catchUp() == CatchUp.LATEST
                    ? "nothing ran at the time, and of such only the latest is made (catch-up: latest)"
                    : "nothing ran at the time, and such are not made (catch-up: none)";
        }
        return due.isBefore(now.minus(DueTimes.OLDEST))
                ? "nothing ran at the time, and that is more than %d days ago".formatted(DueTimes.OLDEST.toDays())
                : "nothing ran at the time, and more than %d are not made".formatted(DueTimes.MOST);
    }

    private List<Run> rows(String reason, Group group) {
        List<Run> rows = new ArrayList<>();
        for (Instant due : group.newest) {
            boolean shared = rows.isEmpty() && group.shared() > 1;
            String with = shared
                    ? " with %s%d before it, the first at %s"
                            .formatted(group.more ? "more than " : "", group.shared() - 1, times.local(group.first))
                    : "";
            rows.add(Run.skipped(times.report(), times.organization(), due, "skipped%s: %s".formatted(with, reason)));
        }
        return rows;
    }
}
