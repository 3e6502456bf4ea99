package com.giosg.chatreports.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Settings of which a Kamelet wants exactly one, such as a password or a key.
 *
 * @param kind whose settings they are
 * @param section the sink in the file
 */
record LogIns(SinkKind kind, Section section) {

    void check() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (SinkProperty property : kind.properties()) {
            property.oneOf().ifPresent(group -> groups.computeIfAbsent(group, key -> new ArrayList<>())
                    .add(property.name()));
        }
        groups.values().forEach(this::check);
    }

    private void check(List<String> names) {
        List<String> given = names.stream().filter(section.present()::contains).toList();
        if (given.isEmpty()) {
            section.value().problem("a sink of the kind %s needs %s".formatted(kind.name(), quoted(names, " or ")));
        } else if (given.size() > 1) {
            section.find(given.get(1))
                    .orElseThrow()
                    .problem("a sink of the kind %s takes %s, not both; remove one"
                            .formatted(kind.name(), quoted(given, " or ")));
        }
    }

    private static String quoted(List<String> names, String between) {
        return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(between));
    }
}
