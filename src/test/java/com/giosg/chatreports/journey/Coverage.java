package com.giosg.chatreports.journey;

import com.giosg.chatreports.simulator.world.Organization;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * Which figures of one organization a report holds.
 *
 * @param firstDay of the window, included
 * @param lastDay of the window, included
 * @param zone whose midnights bound the days
 * @param granularity as the API spells it
 * @param rooms ids; empty: all rooms
 * @param fill whether buckets in which nothing happened have rows
 */
record Coverage(
        Organization organization,
        LocalDate firstDay,
        LocalDate lastDay,
        ZoneId zone,
        String granularity,
        List<TrueMetric> metrics,
        List<String> scopes,
        List<String> rooms,
        boolean fill) {

    /** Everything there is to know about these days, in the organization's own zone. */
    static Coverage everything(Organization organization, String firstDay, String lastDay, String granularity) {
        return new Coverage(
                organization,
                LocalDate.parse(firstDay),
                LocalDate.parse(lastDay),
                organization.zone(),
                granularity,
                TrueMetric.all(),
                List.of("org", "team", "user"),
                List.of(),
                true);
    }

    Coverage in(ZoneId newZone) {
        return new Coverage(organization, firstDay, lastDay, newZone, granularity, metrics, scopes, rooms, fill);
    }

    Coverage of(List<TrueMetric> newMetrics, List<String> newScopes) {
        return new Coverage(organization, firstDay, lastDay, zone, granularity, newMetrics, newScopes, rooms, fill);
    }

    Coverage narrowedTo(List<String> newRooms) {
        return new Coverage(organization, firstDay, lastDay, zone, granularity, metrics, scopes, newRooms, fill);
    }

    Coverage withoutFilling() {
        return new Coverage(organization, firstDay, lastDay, zone, granularity, metrics, scopes, rooms, false);
    }

    Instant start() {
        return firstDay.atStartOfDay(zone).toInstant();
    }

    /** Exclusive. */
    Instant end() {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
