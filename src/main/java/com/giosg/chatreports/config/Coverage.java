package com.giosg.chatreports.config;

import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.WindowRule;
import com.giosg.chatreports.time.Windows;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of a {@link Report} that says which figures it holds. */
record Coverage(
        ZoneId zone,
        WindowRule window,
        Granularity granularity,
        List<Scope> scopes,
        List<Metric> metrics,
        List<String> rooms,
        List<Organization> organizations) {

    /** The zones that decide its windows: an organization's own, where it has one. */
    Set<ZoneId> zones() {
        return organizations.stream()
                .map(organization -> organization.zone().orElse(zone))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the window is the same days whenever the report falls due. */
    boolean isFixed() {
        return Windows.looksFixed(window.text());
    }
}
