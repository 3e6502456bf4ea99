package com.giosg.chatreports.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * What stands in a configuration, as written: by its parts, to tell what differs from what stood there before.
 *
 * @param sections by key; of those that hold things with names, such as the reports, each by its name
 */
public record Outline(Map<String, Map<String, String>> sections) {

    /** What holds things with names of the operator's. */
    private static final Set<String> NAMED = Set.of("organizations", "reports", "sinks");

    static Outline of(Node root) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        entries(root)
                .forEach((key, value) ->
                        sections.put(key, NAMED.contains(key) ? texts(entries(value)) : Map.of("", text(value))));
        return new Outline(sections);
    }

    /** In words, e.g. {@code reports: weekly added, daily changed}; nothing where it is the same. */
    public List<String> differencesFrom(Outline before) {
        Set<String> keys = new LinkedHashSet<>(before.sections.keySet());
        keys.addAll(sections.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            Map<String, String> old = before.sections.getOrDefault(key, Map.of());
            Map<String, String> now = sections.getOrDefault(key, Map.of());
            if (!old.equals(now)) {
                differences.add(NAMED.contains(key) ? key + ": " + byName(old, now) : key + " changed");
            }
        }
        return differences;
    }

    private static String byName(Map<String, String> old, Map<String, String> now) {
        Set<String> names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        return names.stream()
                .filter(name -> !now.getOrDefault(name, "").equals(old.getOrDefault(name, "")))
                .map(name ->
                        name + (!old.containsKey(name) ? " added" : now.containsKey(name) ? " changed" : " removed"))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> texts(Map<String, Node> nodes) {
        Map<String, String> texts = new LinkedHashMap<>();
        nodes.forEach((key, value) -> texts.put(key, text(value)));
        return texts;
    }

    private static Map<String, Node> entries(Node node) {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                entries.put(text(entry.getKeyNode()), entry.getValueNode());
            }
        }
        return entries;
    }

    /** The same for the same content, whatever stands around it. */
    private static String text(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(Outline::text).toList().toString();
        }
        return node instanceof ScalarNode scalar
                ? scalar.getValue()
                : texts(entries(node)).toString();
    }
}
