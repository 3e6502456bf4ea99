package com.giosg.chatreports.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The organizations, reports or sinks of a file.
 *
 * @param noun what one of them is
 * @param values everything in the file, also those that have problems
 * @param read those without a problem, in the order of the file
 */
record Named<T>(String noun, Map<String, Value> values, Map<String, T> read) {

    /**
     * Reads each entry of a section.
     *
     * @param reader takes the name and the value; empty when it added a problem
     */
    static <T> Named<T> read(String noun, Optional<Value> section, BiFunction<String, Value, Optional<T>> reader) {
        Map<String, Value> entries = section.map(Value::entries).orElse(Map.of());
        if (section.filter(Value::isSection).isPresent() && entries.isEmpty()) {
            section.get().problem("needs at least one %s".formatted(noun));
        }
        Map<String, T> read = new LinkedHashMap<>();
        entries.forEach((name, value) -> {
            Optional<T> entry = reader.apply(name, value);
            // What is made of a bad name, such as a path, may not even be possible.
            if (hasGoodName(noun, name, value)) {
                entry.ifPresent(found -> read.put(name, found));
            }
        });
        return new Named<>(noun, entries, read);
    }

    /** The one that a value names; a problem when there is none, nothing more when it has problems of its own. */
    Optional<T> find(Value reference) {
        return reference.parsed(this::known).map(read::get);
    }

    private String known(String name) {
        if (!values.containsKey(name)) {
            throw new IllegalArgumentException(Suggestion.unknown(noun, name, values.keySet()));
        }
        return name;
    }

    /** Names become parts of file names, routes and addresses inside Camel. */
    private static boolean hasGoodName(String noun, String name, Value value) {
        boolean plain = !name.isEmpty()
                && name.length() <= 64
                && name.chars().allMatch(Named::isPlain)
                && Character.isLetterOrDigit(name.charAt(0));
        if (!plain) {
            value.problem(
                    "the name of %s has at most 64 letters a to z, digits, - and _, and starts with a letter or digit"
                            .formatted(noun.startsWith("o") ? "an " + noun : "a " + noun));
        }
        return plain;
    }

    private static boolean isPlain(int character) {
        return (character < 128 && Character.isLetterOrDigit(character)) || character == '-' || character == '_';
    }
}
