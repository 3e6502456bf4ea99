package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.time.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a report falls due next.
 *
 * @param report has a schedule
 * @param organizations those in the same zone
 * @param times the first few, in that zone
 */
record Starts(Report report, List<Organization> organizations, ZoneId zone, List<ZonedDateTime> times) {

    private static final int SOME = 5;

    /** The next five of every report that has a schedule; of reports whose organizations differ in their zones, for each zone. */
    static List<Starts> of(Configuration configuration, Instant now) {
        return configuration.scheduledReports().stream()
                .flatMap(report -> of(report, now))
                .toList();
    }

    private static Stream<Starts> of(Report report, Instant now) {
        Map<ZoneId, List<Organization>> byZone = report.organizations().stream()
                .collect(Collectors.groupingBy(report::zoneFor, LinkedHashMap::new, Collectors.toList()));
        return byZone.entrySet().stream()
                .map(zone -> new Starts(report, zone.getValue(), zone.getKey(), next(report, now, zone.getKey())));
    }

    private static List<ZonedDateTime> next(Report report, Instant now, ZoneId zone) {
        return Stream.iterate(
                        after(report, now, zone),
                        Optional::isPresent,
                        time -> time.flatMap(due -> after(report, due.toInstant(), zone)))
                .flatMap(Optional::stream)
                .limit(SOME)
                .toList();
    }

    private static Optional<ZonedDateTime> after(Report report, Instant instant, ZoneId zone) {
        return report.schedule().orElseThrow().nextAfter(instant, zone).map(due -> due.atZone(zone));
    }

    /** A line for each of the times. */
    static void print(List<Starts> all, Surroundings surroundings) {
        if (all.isEmpty()) {
            return;
        }
        surroundings.out().println();
        Table table = new Table("REPORT", "ORGANIZATIONS", "NEXT START", "TIME ZONE");
        for (Starts starts : all) {
            starts.times()
                    .forEach(time -> table.add(
                            starts.report().name(),
                            String.join(", ", starts.keys()),
                            Times.print(time),
                            starts.zone()));
        }
        table.print(surroundings);
    }

    private List<String> keys() {
        return organizations.stream().map(Organization::key).toList();
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("report", report.name());
        facts.put("organizations", keys());
        facts.put("time-zone", zone.getId());
        facts.put("starts", times.stream().map(Times::print).toList());
        return facts;
    }
}
