package com.giosg.chatreports.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What editors and readers are told about the kinds of sink, made from what their Kamelets declare. */
final class SinkPages {

    private static final String NOT_SET = "—";

    private SinkPages() {}

    /** For the README: a line per kind. */
    static String table(List<DeclaredSink> kinds) {
        return kinds.stream()
                .map(kind -> row(
                        "`" + kind.kind() + "`",
                        kind.firstSentence(),
                        list(kind.settings().filter(DeclaredSink.Setting::required), ""),
                        list(kind.settings().filter(setting -> !setting.required()), NOT_SET)))
                .collect(Collectors.joining(
                        "\n", "| kind | what it does | needs | may have (default) |\n|---|---|---|---|\n", "\n"));
    }

    private static String list(Stream<DeclaredSink.Setting> settings, String none) {
        String list = settings.map(setting -> "`%s`%s"
                        .formatted(
                                setting.name(),
                                setting.defaultValue()
                                        .map(value -> " (`" + value + "`)")
                                        .orElse("")))
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? none : list;
    }

    /** For the reference page: a section per kind. */
    static String sections(List<DeclaredSink> kinds) {
        return kinds.stream().map(SinkPages::section).collect(Collectors.joining("\n"));
    }

    private static String section(DeclaredSink kind) {
        String lines = kind.settings()
                .map(setting -> row(
                        "`" + setting.name() + "`",
                        setting.form(),
                        setting.required()
                                ? "required"
                                : setting.defaultValue()
                                        .map(value -> "`" + value + "`")
                                        .orElse(NOT_SET),
                        setting.meaning()))
                .collect(Collectors.joining("\n"));
        return "## %s\n\n%s\n\n| key | type | default | meaning |\n|---|---|---|---|\n%s\n"
                .formatted(kind.kind(), kind.description(), lines);
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /**
     * For editors: what a sink may and must have if it is of a kind.
     *
     * @param common the keys that every sink may have
     */
    static String rules(List<DeclaredSink> kinds, List<String> common) {
        return kinds.stream()
                .map(kind -> json(rule(kind, common)).replace("\n", "\n  "))
                .collect(Collectors.joining(",\n  ", "[\n  ", "\n]"));
    }

    private static Map<String, Object> rule(DeclaredSink kind, List<String> common) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("required", List.of("type"));
        given.put("properties", Map.of("type", Map.of("const", kind.kind())));
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("if", given);
        rule.put("then", then(kind, common));
        return rule;
    }

    private static Map<String, Object> then(DeclaredSink kind, List<String> common) {
        Map<String, Object> then = new LinkedHashMap<>();
        then.put(
                "required",
                kind.settings()
                        .filter(DeclaredSink.Setting::required)
                        .map(DeclaredSink.Setting::name)
                        .toList());
        then.put(
                "propertyNames",
                Map.of(
                        "enum",
                        Stream.concat(common.stream(), kind.settings().map(DeclaredSink.Setting::name))
                                .toList()));
        Map<String, Object> properties = new LinkedHashMap<>();
        kind.settings().forEach(setting -> properties.put(setting.name(), setting.schema()));
        then.put("properties", properties);
        return then;
    }

    private static String json(Object value) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayValueSpacing(Separators.Spacing.AFTER));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        printer.indentArraysWith(new DefaultPrettyPrinter.NopIndenter());
        try {
            return new ObjectMapper().writer(printer).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
