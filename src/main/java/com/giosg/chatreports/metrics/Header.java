package com.giosg.chatreports.metrics;

import freemarker.template.Template;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The attributes in the {@code <#ftl>} header of one template.
 *
 * <p>A value that is missing or wrong becomes a problem; what is returned in its place has no meaning, so nothing may
 * be made from a header that is not {@link #isSound() sound}.
 */
final class Header {

    private final Template template;
    private final List<TemplateProblem> problems;
    private boolean sound = true;

    /** @param problems where what is wrong is added */
    Header(Template template, List<TemplateProblem> problems) {
        this.template = template;
        this.problems = problems;
    }

    boolean isEmpty() {
        return template.getCustomAttributeNames().length == 0;
    }

    boolean isSound() {
        return sound;
    }

    void problem(String message) {
        sound = false;
        problems.add(TemplateProblem.error(template.getName(), message));
    }

    /** Every required key must be there, and none but the required and the optional ones. */
    void expect(List<String> required, List<String> optional) {
        if (isEmpty()) {
            problem("must begin with <#ftl attributes={…}>, which says " + String.join(", ", required));
            return;
        }
        List<String> known = Stream.concat(required.stream(), optional.stream()).toList();
        List<String> present = List.of(template.getCustomAttributeNames());
        required.stream()
                .filter(key -> !present.contains(key))
                .forEach(key -> problem("the header lacks " + quoted(key)));
        present.stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> problem("a header has no " + quoted(key) + "; it has " + String.join(", ", known)));
    }

    /** Not blank. */
    String text(String key) {
        Object value = template.getCustomAttribute(key);
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        wrong(key, value, "must be a text");
        return "";
    }

    Optional<String> optionalText(String key) {
        return template.getCustomAttribute(key) == null ? Optional.empty() : Optional.of(text(key));
    }

    boolean flag(String key) {
        Object value = template.getCustomAttribute(key);
        if (value instanceof Boolean flag) {
            return flag;
        }
        wrong(key, value, "must be true or false, without quotes");
        return false;
    }

    /** The value that one of the known names stands for. */
    <T> Optional<T> choice(String key, Map<String, T> known) {
        return Optional.of(text(key)).filter(name -> !name.isEmpty()).flatMap(name -> find(key, name, known));
    }

    /** The values that a list of known names stands for. */
    <T> List<T> choices(String key, Map<String, T> known) {
        Object value = template.getCustomAttribute(key);
        if (value instanceof List<?> names && !names.isEmpty()) {
            return names.stream()
                    .map(name -> find(key, String.valueOf(name), known))
                    .flatMap(Optional::stream)
                    .toList();
        }
        wrong(key, value, "must be a list of " + String.join(", ", known.keySet()));
        return List.of();
    }

    /** Zero where there is none. */
    Duration duration(String key) {
        return optionalText(key).map(text -> parsed(key, text)).orElse(Duration.ZERO);
    }

    private Duration parsed(String key, String text) {
        try {
            Duration duration = Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
            if (duration.isNegative()) {
                problem(quoted(key) + " must not be negative");
            }
            return duration;
        } catch (DateTimeParseException e) {
            problem(quoted(key) + " must be a time like 24h or 90m, not " + quoted(text));
            return Duration.ZERO;
        }
    }

    private <T> Optional<T> find(String key, String name, Map<String, T> known) {
        if (!known.containsKey(name)) {
            problem("%s: there is no %s; there are %s"
                    .formatted(quoted(key), quoted(name), String.join(", ", known.keySet())));
        }
        return Optional.ofNullable(known.get(name));
    }

    /** A key that is not there at all has been reported by {@link #expect}. */
    private void wrong(String key, Object value, String rule) {
        if (Arrays.asList(template.getCustomAttributeNames()).contains(key)) {
            problem(quoted(key) + " " + rule + ", not " + (value instanceof String text ? quoted(text) : value));
        }
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
