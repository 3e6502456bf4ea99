package com.giosg.chatreports.request;

import com.giosg.chatreports.config.Look;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Secret;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests of the organization that the tutorial calls {@code <organization_id>}. */
final class SampleRequests {

    static final Window OCTOBER =
            new Window(LocalDate.of(2020, 10, 29), LocalDate.of(2020, 10, 30), ZoneId.of("Europe/Helsinki"));

    private SampleRequests() {}

    static Request of(Metric metric, Scope scope, Window window, Granularity granularity, List<String> rooms) {
        return of("<organization_id>", metric, scope, window, granularity, rooms);
    }

    static Request of(
            String organizationId,
            Metric metric,
            Scope scope,
            Window window,
            Granularity granularity,
            List<String> rooms) {
        Secret token = new Secret("{{env:GIOSG_TOKEN}}", "canary-token");
        return new Request(
                "01-" + metric.id() + "-" + scope.id(),
                new Organization(
                        "acme", organizationId, "Acme Oy", token, Optional.empty(), List.of(), Map.of(), Look.USUAL),
                metric,
                scope,
                window,
                granularity,
                new Interval(window.start(), window.end()),
                rooms,
                true);
    }
}
