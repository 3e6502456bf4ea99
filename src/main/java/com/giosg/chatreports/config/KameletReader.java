package com.giosg.chatreports.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads what a Kamelet declares ({@code spec.definition}); its template is Camel's business. */
final class KameletReader {

    private static final Map<String, SinkProperty.Type> TYPES =
            Scalars.choices(SinkProperty.Type.values(), Scalars::spelled);

    /** Marks a property whose value may depend on the artifact; Kamelets use it in an expression. */
    private static final String PLACEHOLDERS = "urn:chat-reports:placeholders";

    private final Value root;

    KameletReader(Value root) {
        this.root = root;
    }

    SinkKind read(String kind) {
        Map<String, Value> definition = below(Optional.of(root), "spec")
                .flatMap(spec -> below(Optional.of(spec), "definition"))
                .map(Value::entries)
                .orElse(Map.of());
        if (definition.isEmpty()) {
            root.problem("a Kamelet needs spec.definition with title, description and properties");
        }
        List<String> required = list(definition, "required");
        List<SinkProperty> properties =
                Optional.ofNullable(definition.get("properties"))
                        .map(Value::entries)
                        .orElse(Map.of())
                        .entrySet()
                        .stream()
                        .map(entry -> property(entry.getKey(), entry.getValue(), required.contains(entry.getKey())))
                        .toList();
        return new SinkKind(kind, word(definition, "title"), word(definition, "description"), takes(), properties);
    }

    private SinkKind.Takes takes() {
        String mediaType = below(Optional.of(root), "spec")
                .flatMap(spec -> below(Optional.of(spec), "types"))
                .flatMap(types -> below(Optional.of(types), "in"))
                .map(in -> word(in.entries(), "mediaType"))
                .orElse("");
        return switch (mediaType) {
            case "message/rfc822" -> SinkKind.Takes.MAIL;
            case "application/json" -> SinkKind.Takes.BATCH;
            default -> SinkKind.Takes.FILE;
        };
    }

    private static SinkProperty property(String name, Value value, boolean required) {
        Map<String, Value> keys = value.entries();
        String format = word(keys, "format");
        return new SinkProperty(
                name,
                word(keys, "title"),
                word(keys, "description"),
                type(keys),
                required,
                format.equals("password"),
                format.equals("uri"),
                list(keys, "x-descriptors").contains(PLACEHOLDERS),
                number(keys, "minimum", 0),
                number(keys, "maximum", Integer.MAX_VALUE),
                names(keys),
                choices(keys),
                pattern(valueKeys(keys)),
                optional(keys, "default"),
                optional(keys, "example"),
                list(keys, "x-descriptors"));
    }

    private static SinkProperty.Type type(Map<String, Value> keys) {
        return Optional.ofNullable(keys.get("type"))
                .flatMap(type -> type.parsed(text -> Scalars.choice(text, TYPES)))
                .orElse(SinkProperty.Type.STRING);
    }

    private static int number(Map<String, Value> keys, String key, int otherwise) {
        return Optional.ofNullable(keys.get(key))
                .flatMap(value -> value.parsed(text -> Scalars.number(text, 0, Integer.MAX_VALUE)))
                .orElse(otherwise);
    }

    private static Optional<SinkProperty.Names> names(Map<String, Value> keys) {
        Optional<Map<String, Value>> names =
                Optional.ofNullable(keys.get("propertyNames")).map(Value::entries);
        return names.flatMap(
                rule -> pattern(rule).map(pattern -> new SinkProperty.Names(pattern, word(rule, "description"))));
    }

    /** Of an object, its values have the pattern. */
    private static Map<String, Value> valueKeys(Map<String, Value> keys) {
        return Optional.ofNullable(keys.get("additionalProperties"))
                .map(Value::entries)
                .orElse(keys);
    }

    private static Optional<String> pattern(Map<String, Value> keys) {
        Optional<Value> value = Optional.ofNullable(keys.get("pattern"));
        return value.flatMap(Value::written).filter(text -> {
            try {
                Pattern.compile(text);
                return true;
            } catch (PatternSyntaxException e) {
                value.get().problem("is not a regular expression: " + e.getDescription());
                return false;
            }
        });
    }

    /** Of a list, its items have the choices. */
    private static List<String> choices(Map<String, Value> keys) {
        return below(Optional.ofNullable(keys.get("items")), "enum")
                .map(KameletReader::words)
                .orElseGet(() -> list(keys, "enum"));
    }

    private static Optional<Value> below(Optional<Value> value, String key) {
        return value.map(Value::entries).map(entries -> entries.get(key));
    }

    private static List<String> list(Map<String, Value> keys, String key) {
        return Optional.ofNullable(keys.get(key)).map(KameletReader::words).orElse(List.of());
    }

    private static List<String> words(Value list) {
        return list.items().stream()
                .map(Value::written)
                .flatMap(Optional::stream)
                .toList();
    }

    private static String word(Map<String, Value> keys, String key) {
        return optional(keys, key).orElse("");
    }

    /** Placeholders of Camel's own may stand in a default; nothing is resolved here. */
    private static Optional<String> optional(Map<String, Value> keys, String key) {
        return Optional.ofNullable(keys.get(key)).flatMap(Value::written);
    }
}
