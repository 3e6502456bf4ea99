package com.giosg.chatreports.config;

import com.giosg.chatreports.metrics.Catalogue;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.WindowRule;
import com.giosg.chatreports.time.Windows;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads which figures a report holds. */
final class CoverageReader {

    static final List<String> KEYS =
            List.of("time-zone", "window", "granularity", "scopes", "metrics", "rooms", "organizations");

    private static final Map<String, Granularity> GRANULARITIES =
            Scalars.choices(Granularity.values(), Granularity::id);
    private static final Map<String, Scope> SCOPES = Scalars.choices(Scope.values(), Scope::id);

    private final MetricsReader metrics;
    private final Named<Organization> organizations;
    private final Instant now;

    CoverageReader(Catalogue catalogue, Named<Organization> organizations, Instant now) {
        this.metrics = new MetricsReader(catalogue);
        this.organizations = organizations;
        this.now = now;
    }

    /** With defaults where there is a problem; such a report is not used. */
    Coverage read(Section report) {
        Problems problems = report.value().reading().problems();
        int before = problems.count();
        ZoneId zone = report.required("time-zone", "Europe/Helsinki", Scalars::zone, ZoneOffset.UTC);
        WindowRule window = report.required("window", "last-week", WindowReader::read, Windows.parse("yesterday"));
        Granularity granularity = report.choice("granularity", GRANULARITIES, Granularity.DAY);
        List<Scope> scopes = scopes(report);
        List<String> rooms = report.list("rooms", text -> IdOrName.of("room", text));
        List<Metric> asked = metrics(report, scopes);
        Coverage coverage = new Coverage(zone, window, granularity, scopes, asked, rooms, organizations(report));
        if (problems.count() == before) {
            checkLimits(coverage, report);
        }
        return coverage;
    }

    private List<Metric> metrics(Section report, List<Scope> scopes) {
        return report.require("metrics", "[real-chats, short-chats]")
                .map(value -> metrics.read(value, scopes, narrowedToRooms(report)))
                .orElse(List.of());
    }

    private static List<Scope> scopes(Section report) {
        return report.find("scopes").isEmpty()
                ? List.of(Scope.ORG)
                : report.someItems("scopes").stream()
                        .map(item -> item.parsed(text -> Scalars.choice(text, SCOPES)))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static boolean narrowedToRooms(Section report) {
        return !report.items("rooms").isEmpty();
    }

    private List<Organization> organizations(Section report) {
        List<Value> items = report.someItems("organizations");
        boolean all = report.find("organizations").isEmpty() || MetricsReader.isAll(items);
        int count = all ? organizations.values().size() : items.size();
        if (count != 1 && narrowedToRooms(report)) {
            report.value().problem("rooms belong to one organization; name exactly one under organizations");
        }
        return all
                ? List.copyOf(organizations.read().values())
                : items.stream()
                        .map(organizations::find)
                        .flatMap(Optional::stream)
                        .toList();
    }

    private void checkLimits(Coverage coverage, Section report) {
        coverage.zones().stream()
                .map(zone ->
                        WindowLimits.problem(coverage.metrics(), coverage.granularity(), coverage.window(), now, zone))
                .flatMap(Optional::stream)
                .distinct()
                .forEach(report.value()::problem);
    }
}
