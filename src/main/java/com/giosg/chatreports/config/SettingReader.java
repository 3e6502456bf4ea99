package com.giosg.chatreports.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks a setting of a sink against what the Kamelet declares; gives texts as they are written. */
final class SettingReader {

    private static final String PLAIN_NAME = "^[\\w.-]+$";

    private final SinkProperty property;

    SettingReader(SinkProperty property) {
        this.property = property;
    }

    Optional<String> read(Value value) {
        if (property.secret()) {
            return value.secret().filter(secret -> isUsable(secret, value)).map(Secret::reference);
        }
        return switch (property.type()) {
            case ARRAY -> list(value);
            case OBJECT -> entries(value);
            default -> single(value);
        };
    }

    private Optional<String> list(Value value) {
        List<Value> items = value.someItems();
        List<String> settings =
                items.stream().map(this::single).flatMap(Optional::stream).toList();
        return settings.size() < items.size() || items.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(",", settings));
    }

    private Optional<String> entries(Value value) {
        Map<String, Value> entries = value.entries();
        if (value.isSection() && entries.isEmpty()) {
            value.problem("must not be empty");
        }
        List<String> lines = new ArrayList<>();
        entries.forEach((name, entry) ->
                named(name, entry).flatMap(this::single).ifPresent(setting -> lines.add(name + ": " + setting)));
        return lines.size() < entries.size() || lines.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("\n", lines));
    }

    private Optional<Value> named(String name, Value entry) {
        String pattern = property.names().map(SinkProperty.Names::pattern).orElse(PLAIN_NAME);
        if (Pattern.compile(pattern).matcher(name).find()) {
            return Optional.of(entry);
        }
        entry.problem("cannot be called %s%s"
                .formatted(
                        Quoted.of(name),
                        property.names()
                                .map(names -> "; " + names.description())
                                .orElse("")));
        return Optional.empty();
    }

    /** Camel looks for references in what a reference stands for. */
    private static boolean isUsable(Secret secret, Value value) {
        boolean confusing =
                secret.value().contains(References.OPEN) || secret.value().contains(References.CLOSE);
        if (confusing) {
            value.problem("must not stand for a secret that holds {{ or }}; choose another one");
        }
        return !confusing;
    }

    private Optional<String> single(Value value) {
        Optional<String> written = value.written();
        Optional<String> wrong = written.flatMap(this::wrongPlaceholder);
        wrong.ifPresent(value::problem);
        return wrong.isPresent()
                ? Optional.empty()
                : value.parsed(this::checked).map(checked -> isText() ? written.get() : checked);
    }

    /** Text keeps its references: what they stand for may be a secret. One of a few words is none, and may be asked for here. */
    private boolean isText() {
        return (property.type() == SinkProperty.Type.STRING
                        && property.choices().isEmpty())
                || property.type() == SinkProperty.Type.ARRAY
                || property.type() == SinkProperty.Type.OBJECT;
    }

    private Optional<String> wrongPlaceholder(String text) {
        Optional<String> wrong = Placeholders.problem(text);
        if (wrong.isPresent()) {
            return wrong;
        }
        if (!property.placeholders() && Placeholders.occurIn(text)) {
            return Optional.of("cannot hold placeholders");
        }
        return property.name().equals(Directory.SETTING) ? Directory.problem(text) : Optional.empty();
    }

    private String checked(String text) {
        switch (property.type()) {
            case BOOLEAN -> Scalars.flag(text);
            case INTEGER -> Scalars.number(text, property.least(), property.most());
            case NUMBER -> Scalars.decimal(text);
            case STRING, ARRAY, OBJECT -> checkText(text);
        }
        return text;
    }

    private void checkText(String text) {
        if (property.file() && !Files.isReadable(Path.of(text))) {
            throw new IllegalArgumentException(
                    "there is no readable file %s. It is: %s".formatted(Quoted.of(text), property.description()));
        }
        if (property.endpoint()) {
            EndpointAddresses.parse(text);
        }
        if (!property.choices().isEmpty() && !property.choices().contains(text)) {
            throw new IllegalArgumentException(Suggestion.cannotBe(text, property.choices()));
        }
        if (property.pattern().isPresent()
                && !text.contains("{")
                && !Pattern.compile(property.pattern().get()).matcher(text).find()) {
            throw new IllegalArgumentException("%s does not look right%s"
                    .formatted(
                            Quoted.of(text),
                            property.example()
                                    .map(example -> "; write it like " + example)
                                    .orElse("")));
        }
    }
}
