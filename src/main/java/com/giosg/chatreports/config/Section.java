package com.giosg.chatreports.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A part of the file with a fixed set of keys; other keys are problems. */
final class Section {

    private final Value value;
    private final List<String> keys;
    private final Map<String, Value> entries;

    /**
     * Reads the keys of a section.
     *
     * @param value the section
     * @param keys every key that it may have
     */
    Section(Value value, List<String> keys) {
        this(value, keys, value.entries());
        entries.forEach((key, entry) -> {
            if (!keys.contains(key)) {
                entry.problem(Suggestion.unknownKey(key, keys));
            }
        });
    }

    private Section(Value value, List<String> keys, Map<String, Value> entries) {
        this.value = value;
        this.keys = keys;
        this.entries = entries;
    }

    /** The whole, for messages about it. */
    Value value() {
        return value;
    }

    /** The keys that stand in the file. */
    Set<String> present() {
        return entries.keySet();
    }

    Optional<Value> find(String key) {
        if (!keys.contains(key)) {
            throw new IllegalArgumentException("the key %s is read but not declared".formatted(key));
        }
        return Optional.ofNullable(entries.get(key));
    }

    /** The value, or a problem with an example of what would be right. */
    Optional<Value> require(String key, String example) {
        Optional<Value> found = find(key);
        if (found.isEmpty() && value.isSection()) {
            value.problem("needs \"%s\", e.g. %s: %s".formatted(key, key, example));
        }
        return found;
    }

    <T> T required(String key, String example, Function<String, T> parser, T otherwise) {
        return require(key, example).flatMap(found -> found.parsed(parser)).orElse(otherwise);
    }

    String text(String key, String otherwise) {
        return parsed(key, Function.identity(), otherwise);
    }

    <T> T parsed(String key, Function<String, T> parser, T otherwise) {
        return find(key).flatMap(found -> found.parsed(parser)).orElse(otherwise);
    }

    boolean flag(String key, boolean otherwise) {
        return parsed(key, Scalars::flag, otherwise);
    }

    int number(String key, int least, int most, int otherwise) {
        return parsed(key, text -> Scalars.number(text, least, most), otherwise);
    }

    <T> T choice(String key, Map<String, T> choices, T otherwise) {
        return parsed(key, text -> Scalars.choice(text, choices), otherwise);
    }

    /** The values of a list; none when the key is absent. */
    List<Value> items(String key) {
        return find(key).map(Value::items).orElse(List.of());
    }

    /** The values of a list that may be absent, but not empty. */
    List<Value> someItems(String key) {
        return find(key).map(Value::someItems).orElse(List.of());
    }

    <T> List<T> list(String key, Function<String, T> parser) {
        return items(key).stream()
                .map(item -> item.parsed(parser))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A section inside this one; one without keys when it is absent. */
    Section section(String key, List<String> keysBelow) {
        return find(key).map(found -> new Section(found, keysBelow)).orElse(new Section(value, keysBelow, Map.of()));
    }
}
