package com.giosg.chatreports.metrics;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every metric that can be asked, by id. */
public final class Catalogue {

    private final Map<String, Metric> metrics;

    private Catalogue(Map<String, Metric> metrics) {
        this.metrics = metrics;
    }

    public static Catalogue of(Collection<Metric> metrics) {
        Map<String, Metric> byId = new LinkedHashMap<>();
        metrics.forEach(metric -> byId.put(metric.id(), metric));
        return new Catalogue(byId);
    }

    /** Every metric, variants included. */
    public List<Metric> metrics() {
        return List.copyOf(metrics.values());
    }

    /** What {@code metrics: all} stands for: every metric that is not a variant of another. */
    public List<Metric> all() {
        return metrics.values().stream()
                .filter(metric -> metric.variantOf().isEmpty())
                .toList();
    }

    public Optional<Metric> find(String id) {
        return Optional.ofNullable(metrics.get(id));
    }
}
