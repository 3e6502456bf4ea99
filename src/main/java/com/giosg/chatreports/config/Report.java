package com.giosg.chatreports.config;

import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Schedule;
import com.giosg.chatreports.time.WindowRule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Which metrics, for which window, when, to which sinks.
 *
 * @param name its key in the configuration
 * @param title what readers see
 * @param language what they are spoken to in
 * @param schedule when it falls due; empty: only by hand
 * @param zone the zone of windows and due times, unless an organization has its own
 * @param window which window a run covers
 * @param granularity the size of the buckets
 * @param scopes the scopes asked for, in the order of the configuration
 * @param metrics the metrics in the order of the rows, each asked in those of {@code scopes} that it has
 * @param rooms ids or names of the rooms that the figures are narrowed to; empty: all rooms
 * @param organizations whose figures; one run each
 * @param sinks where artifacts go
 * @param onFailure sinks that get a notice when nothing could be had
 * @param fill whether absent buckets are filled in
 * @param measures what its figures are measured by, and whether that decides what is delivered
 * @param catchUp what happens to runs missed while nothing ran; empty: by the length of the schedule
 * @param lateAfter how late a report may get before it goes out with gaps
 * @param refill whether gaps are asked again after the report went out
 * @param exactStart whether a run starts at its second, instead of spread over a minute
 */
public record Report(
        String name,
        String title,
        Language language,
        Optional<Schedule> schedule,
        ZoneId zone,
        WindowRule window,
        Granularity granularity,
        List<Scope> scopes,
        List<Metric> metrics,
        List<String> rooms,
        List<Organization> organizations,
        List<Sink> sinks,
        List<Sink> onFailure,
        boolean fill,
        Measures measures,
        Optional<CatchUp> catchUp,
        Duration lateAfter,
        boolean refill,
        boolean exactStart) {

    /** The scopes in which a metric of this report is asked. */
    public List<Scope> scopesOf(Metric metric) {
        return scopes.stream().filter(metric.scopes()::contains).toList();
    }

    /** Whether anybody reads what it makes; machines get the rows and nothing else. */
    public boolean isForPeople() {
        return sinks.stream().anyMatch(Sink::isForPeople);
    }

    /** Whether somebody is shown the figures of the whole window, those of teams and users too. */
    public boolean isForReaders() {
        return sinks.stream().anyMatch(Sink::isForReaders);
    }

    /** Whether anything of it is put into words, be it only to decide whether it is sent. */
    boolean isPutIntoWords() {
        return isForPeople() || measures.send() != Measures.Send.ALWAYS;
    }

    /** What happens to runs missed while nothing ran. */
    public enum CatchUp {
        ALL,
        LATEST,
        NONE
    }

    /** When it falls due next for one organization; empty: never again by itself. */
    public Optional<Instant> nextAfter(Instant instant, Organization organization) {
        return schedule.flatMap(due -> due.nextAfter(instant, zoneFor(organization)));
    }

    /** The zone that decides the windows and due times of one organization. */
    public ZoneId zoneFor(Organization organization) {
        return organization.zone().orElse(zone);
    }
}
