package com.giosg.chatreports.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A kind of sink, with everything that its Kamelet declares: also what the application makes no use of.
 *
 * @param definition {@code spec.definition}
 */
record DeclaredSink(String kind, Map<?, ?> definition) {

    private static final String ENDING = "-sink.kamelet.yaml";

    /** In alphabetical order. */
    static List<DeclaredSink> all() throws IOException {
        return ending(ENDING);
    }

    /** What tries them, each called after its kind. */
    static List<DeclaredSink> probes() throws IOException {
        return ending("-probe.kamelet.yaml");
    }

    private static List<DeclaredSink> ending(String ending) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("routes/sinks"))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(file -> read(file, ending))
                    .toList();
        }
    }

    private static DeclaredSink read(Path file, String ending) {
        try {
            Map<?, ?> kamelet =
                    (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
            Map<?, ?> spec = (Map<?, ?>) kamelet.get("spec");
            return new DeclaredSink(
                    file.getFileName().toString().replace(ending, ""), (Map<?, ?>) spec.get("definition"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    String description() {
        return String.valueOf(definition.get("description")).strip();
    }

    /** Without its full stop. */
    String firstSentence() {
        return description()
                .replaceAll("(?s)\\.\\s.*", "")
                .replaceAll("\\.$", "")
                .replaceAll("\\s+", " ");
    }

    Stream<Setting> settings() {
        List<?> required = definition.get("required") instanceof List<?> list ? list : List.of();
        return ((Map<?, ?>) definition.get("properties"))
                .entrySet().stream()
                        .map(entry -> new Setting(
                                String.valueOf(entry.getKey()),
                                (Map<?, ?>) entry.getValue(),
                                required.contains(entry.getKey())));
    }

    /**
     * One property.
     *
     * @param keys what is declared about it
     */
    record Setting(String name, Map<?, ?> keys, boolean required) {

        Optional<String> defaultValue() {
            return Optional.ofNullable(keys.get("default")).map(String::valueOf);
        }

        /** A whole sentence or several. */
        String meaning() {
            String description = text("description").replaceAll("\\s+", " ").strip();
            String meaning = description.endsWith(".") ? description : description + ".";
            return hasPlaceholders() ? meaning + " May hold `{report}` and the other placeholders." : meaning;
        }

        private boolean hasPlaceholders() {
            return keys.get("x-descriptors") instanceof List<?> list && list.contains("urn:chat-reports:placeholders");
        }

        private String text(String key) {
            return String.valueOf(keys.containsKey(key) ? keys.get(key) : "");
        }

        private List<?> choices() {
            Map<?, ?> holder = keys.get("items") instanceof Map<?, ?> items ? items : keys;
            return holder.get("enum") instanceof List<?> list ? list : List.of();
        }

        /** What its value looks like, for people. */
        String form() {
            String choices = choices().stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
            return switch (text("type")) {
                case "array" -> choices.isEmpty() ? "text, or a list" : "one or a list of " + choices;
                case "boolean" -> "`true` or `false`";
                case "integer" -> "whole number" + bounds();
                case "number" -> "number" + bounds();
                case "object" -> "section of names and texts";
                default -> choices.isEmpty() ? words() : "one of " + choices;
            };
        }

        private String words() {
            return switch (text("format")) {
                case "password" -> "reference to a secret";
                case "uri" -> "address";
                default -> "text";
            };
        }

        private String bounds() {
            if (!keys.containsKey("maximum")) {
                return keys.containsKey("minimum") ? ", at least " + keys.get("minimum") : "";
            }
            return ", %s to %s".formatted(keys.containsKey("minimum") ? keys.get("minimum") : 0, keys.get("maximum"));
        }

        /** The same for editors. */
        Map<String, Object> schema() {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("title", text("title"));
            schema.put("description", meaning());
            schema.putAll(rule());
            if (keys.containsKey("default")) {
                schema.put("default", keys.get("default"));
            }
            if (keys.containsKey("example")) {
                schema.put("examples", List.of(keys.get("example")));
            } else if (isSecret()) {
                schema.put("examples", List.of("{{env:NAME}}"));
            }
            return schema;
        }

        private boolean isSecret() {
            return text("format").equals("password");
        }

        private Map<String, Object> rule() {
            if (isSecret()) {
                return definition("secret");
            }
            return switch (text("type")) {
                case "array" -> list();
                case "boolean" -> definition("flag");
                case "integer", "number" -> orReference(List.of(number()));
                case "object" ->
                    ordered("type", "object", "minProperties", 1, "additionalProperties", definition("text"));
                default -> single();
            };
        }

        private Map<String, Object> single() {
            if (!choices().isEmpty()) {
                return orReference(List.of(Map.of("enum", choices())));
            }
            return keys.containsKey("pattern")
                    ? orReference(
                            List.of(ordered("type", "string", "pattern", text("pattern")), Map.of("type", "number")))
                    : definition("text");
        }

        private Map<String, Object> list() {
            if (choices().isEmpty()) {
                return definition("some-texts");
            }
            Map<String, Object> one = Map.of("enum", choices());
            return orReference(List.of(one, ordered("type", "array", "minItems", 1, "items", one)));
        }

        private Map<String, Object> number() {
            Map<String, Object> number = ordered("type", text("type"));
            for (String bound : List.of("minimum", "maximum")) {
                if (keys.containsKey(bound)) {
                    number.put(bound, keys.get(bound));
                }
            }
            return number;
        }

        /** What stands in braces is not known to an editor. */
        private static Map<String, Object> orReference(List<Map<String, Object>> forms) {
            return Map.of(
                    "anyOf",
                    Stream.concat(forms.stream(), Stream.of(ordered("type", "string", "pattern", "\\{")))
                            .toList());
        }

        private static Map<String, Object> definition(String name) {
            return Map.of("$ref", "#/definitions/" + name);
        }

        private static Map<String, Object> ordered(Object... keysAndValues) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (int index = 0; index < keysAndValues.length; index += 2) {
                map.put(String.valueOf(keysAndValues[index]), keysAndValues[index + 1]);
            }
            return map;
        }
    }
}
