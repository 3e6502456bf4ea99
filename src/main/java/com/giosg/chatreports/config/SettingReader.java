package com.giosg.chatreports.config;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks a setting of a sink against what the Kamelet declares; gives it as it is written. */
final class SettingReader {

    private final SinkProperty property;

    SettingReader(SinkProperty property) {
        this.property = property;
    }

    Optional<String> read(Value value) {
        if (property.secret()) {
            return value.secret().map(Secret::reference);
        }
        if (property.type() != SinkProperty.Type.ARRAY) {
            return single(value);
        }
        List<Value> items = value.someItems();
        List<String> settings =
                items.stream().map(this::single).flatMap(Optional::stream).toList();
        return settings.size() < items.size() || items.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(",", settings));
    }

    private Optional<String> single(Value value) {
        Optional<String> written = value.written();
        Optional<String> wrong = written.flatMap(this::wrongPlaceholder);
        wrong.ifPresent(value::problem);
        return wrong.isPresent()
                ? Optional.empty()
                : value.parsed(this::checked).flatMap(checked -> written);
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
            case INTEGER -> Scalars.number(text, 0, Integer.MAX_VALUE);
            case NUMBER -> Scalars.decimal(text);
            case STRING, ARRAY -> checkText(text);
        }
        return text;
    }

    private void checkText(String text) {
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
