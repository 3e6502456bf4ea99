package com.giosg.chatreports.config;

import java.util.List;
import java.util.Optional;

/**
 * A way to deliver artifacts; one Kamelet.
 *
 * @param name e.g. {@code file} for {@code file-sink.kamelet.yaml}
 * @param title for tables and hover help
 * @param description what it does
 * @param properties in the order of the Kamelet
 */
public record SinkKind(String name, String title, String description, List<SinkProperty> properties) {

    public Optional<SinkProperty> find(String property) {
        return properties.stream()
                .filter(candidate -> candidate.name().equals(property))
                .findFirst();
    }
}
