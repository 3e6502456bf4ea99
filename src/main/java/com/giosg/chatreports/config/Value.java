package com.giosg.chatreports.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One value of a file. Each way to read it gives what it is, or adds a problem and gives nothing.
 *
 * @param node the value
 * @param place where messages point to: the value, or the key of a section or a list
 * @param path keys from the top
 * @param reading where problems go
 */
record Value(Node node, Place place, String path, Reading reading) {

    static Value root(Node node, Reading reading) {
        return new Value(node, Place.of(node), "", reading);
    }

    void problem(String message) {
        reading.problems().add(place, path, message);
    }

    void note(String message) {
        reading.notes().add(place, path, message);
    }

    /** The scalar as it stands in the file. */
    Optional<String> written() {
        if (!(node instanceof ScalarNode scalar) || isNull()) {
            return wrong("a text");
        }
        if (scalar.getValue().isEmpty()) {
            problem("must not be empty");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue());
    }

    /**
     * What the scalar means, after its references are replaced by what they stand for.
     *
     * @param parser throws {@link IllegalArgumentException} with an operator's message
     */
    <T> Optional<T> parsed(Function<String, T> parser) {
        return written().flatMap(written -> resolved(written)
                .flatMap(text -> Attempt.of(
                        () -> parser.apply(text), message -> problem(withoutValue(message, text, written)))));
    }

    /** What a reference stands for is nobody's business, not even the part of it that a message quotes. */
    private static String withoutValue(String message, String text, String written) {
        return message.replace(Quoted.of(text), Quoted.of(written)).replace(text, written);
    }

    /** One line, so that no value can add a header to a mail or a request. */
    private Optional<String> resolved(String written) {
        Optional<String> resolved = Attempt.of(() -> References.resolve(written, reading.functions()), this::problem);
        if (resolved.isPresent() && resolved.get().chars().anyMatch(Value::isControl)) {
            problem("must be one line without control characters");
            return Optional.empty();
        }
        return resolved;
    }

    private static boolean isControl(int character) {
        return Character.isISOControl(character) && character != '\t';
    }

    /** A secret, which must be a reference; a message never repeats what stands there instead. */
    Optional<Secret> secret() {
        Optional<String> written = written();
        if (written.isPresent() && !References.only(written.get())) {
            problem("a secret must not stand in this file; write \"{{env:NAME}}\" or \"{{file:PATH}}\"");
            return Optional.empty();
        }
        return written.flatMap(reference -> resolved(reference).map(value -> new Secret(reference, value)));
    }

    /** The values of a list; a value alone is a list of one. */
    List<Value> items() {
        if (node instanceof ScalarNode && !isNull()) {
            return List.of(this);
        }
        if (!(node instanceof SequenceNode sequence)) {
            wrong("a list");
            return List.of();
        }
        List<Value> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node item : sequence.getValue()) {
            Value value = new Value(item, Place.of(item), "%s[%d]".formatted(path, items.size()), reading);
            items.add(value);
            if (item instanceof ScalarNode scalar && !seen.add(scalar.getValue())) {
                value.problem("stands here a second time");
            }
        }
        return items;
    }

    /** The values of a list that is of no use without any. */
    List<Value> someItems() {
        List<Value> items = items();
        if (node instanceof SequenceNode && items.isEmpty()) {
            problem("must not be empty");
        }
        return items;
    }

    /** The values of a section by key, in the order of the file. */
    Map<String, Value> entries() {
        Map<String, Value> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> add(tuple, entries));
        } else {
            wrong("a section with keys");
        }
        return entries;
    }

    private void add(NodeTuple tuple, Map<String, Value> entries) {
        Place keyPlace = Place.of(tuple.getKeyNode());
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            reading.problems().add(keyPlace, path, "a key must be a plain word");
            return;
        }
        String below = (path.isEmpty() ? "" : path + ".") + Quoted.line(key.getValue());
        Node child = tuple.getValueNode();
        Place place = child instanceof ScalarNode ? Place.of(child) : keyPlace;
        Value earlier = entries.putIfAbsent(key.getValue(), new Value(child, place, below, reading));
        if (earlier != null) {
            reading.problems().add(keyPlace, below, "stands here a second time; first on line " + earlier.place.line());
        }
    }

    /** Whether the key stands there without a value. */
    boolean isNull() {
        return node.getTag().equals(Tag.NULL);
    }

    boolean isSection() {
        return node instanceof MappingNode;
    }

    private <T> Optional<T> wrong(String wanted) {
        problem(
                isNull()
                        ? "has no value; give it one or remove the key"
                        : "must be %s, not %s".formatted(wanted, what()));
        return Optional.empty();
    }

    private String what() {
        if (node instanceof SequenceNode) {
            return "a list";
        }
        if (node instanceof MappingNode mapping) {
            return "a section with keys" + (isBareReference(mapping) ? "; put the {{…}} in quotes" : "");
        }
        return "a single value";
    }

    /** Without quotes, YAML takes {@code {{env:NAME}}} for a section whose key is a section. */
    private static boolean isBareReference(MappingNode mapping) {
        return mapping.getValue().size() == 1 && mapping.getValue().get(0).getKeyNode() instanceof MappingNode;
    }
}
