package com.giosg.chatreports.ledger;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.config.Report.CatchUp;
import com.giosg.chatreports.time.Schedule;
import com.giosg.chatreports.time.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a report falls due for one organization, and what becomes of the instants at which nothing ran.
 *
 * @param report has a schedule
 */
record DueTimes(Report report, Organization organization) {

    private static final Duration DAY = Duration.ofDays(1);

    /** What is older is not caught up with, unless it is the newest. */
    static final Duration OLDEST = Duration.ofDays(7);

    static final int MOST = 50;

    /** In its own zone, the organization's if it has one. */
    ZoneId zone() {
        return report.zoneFor(organization);
    }

    Schedule schedule() {
        return report.schedule().orElseThrow();
    }

    /** The id of the run of a due instant. */
    String runId(Instant due) {
        return RunId.of(report.name(), organization.key(), due);
    }

    /** The first due instant after the given one. */
    Optional<Instant> after(Instant instant) {
        return schedule().nextAfter(instant, zone());
    }

    /** All due instants after the given one, in ascending order. */
    Stream<Instant> following(Instant instant) {
        return Stream.iterate(after(instant), Optional::isPresent, due -> due.flatMap(this::after))
                .flatMap(Optional::stream);
    }

    /** When the run of a due instant starts: at once, or spread over the first minute of an hour. */
    Instant start(Instant due) {
        return report.exactStart()
                ? due
                : due.plus(Spread.of(runId(due), due.atZone(zone()), schedule().spacing()));
    }

    /** Where the report does not say: daily and slower ones make every run, others only the latest. */
    CatchUp catchUp() {
        return report.catchUp().orElse(schedule().spacing().compareTo(DAY) < 0 ? CatchUp.LATEST : CatchUp.ALL);
    }

    /**
     * The due instant that gets the next run. Instants before it are passed over.
     *
     * @param cursor what fell due up to then is settled
     * @return empty when nothing is to start yet
     */
    Optional<Instant> next(Instant cursor, Instant now) {
        Instant oldest = now.minus(OLDEST);
        int most = catchUp() == CatchUp.ALL ? MOST : 1;
        Deque<Instant> recent = latest(most, oldest.isAfter(cursor) ? oldest : cursor, now);
        // The newest is never too old: a monthly report that was missed ten days ago is still wanted.
        return Optional.ofNullable((recent.isEmpty() ? latest(1, cursor, now) : recent).peekFirst());
    }

    /** The last instants whose runs are to start by now, in ascending order. */
    private Deque<Instant> latest(int most, Instant after, Instant now) {
        Deque<Instant> latest = new ArrayDeque<>();
        following(after).takeWhile(due -> !start(due).isAfter(now)).forEachOrdered(due -> {
            latest.addLast(due);
            if (latest.size() > most) {
                latest.removeFirst();
            }
        });
        return latest;
    }

    /** An instant as an operator's clock shows it, with its offset. */
    String local(Instant instant) {
        return Times.print(instant.atZone(zone()));
    }

    /** The day of an instant, as an operator's calendar shows it. */
    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone());
    }

    /** As messages name it. */
    @Override
    public String toString() {
        return "report " + report.name() + " of " + organization.key();
    }
}
