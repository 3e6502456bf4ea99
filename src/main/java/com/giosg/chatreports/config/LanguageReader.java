package com.giosg.chatreports.config;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a language from its file, or everything that is wrong with it. */
final class LanguageReader {

    private static final List<String> KEYS = List.of("dates", "phrases", "units", "metrics");
    private static final List<String> METRIC_KEYS = List.of("title", "description");
    private static final String ONE = "one";
    private static final String OTHER = "other";

    private final Locale locale;

    private LanguageReader(Locale locale) {
        this.locale = locale;
    }

    /**
     * What was found.
     *
     * @param texts of no use where there are problems
     */
    record Found(String file, Optional<Language.Texts> texts, List<Problem> problems) {

        Language.Texts textsOrThrow() {
            if (!problems.isEmpty()) {
                throw new ConfigurationProblems(file, problems);
            }
            return texts.orElseThrow();
        }
    }

    static Found read(String id, Path file) {
        Problems problems = new Problems(file.toString());
        Reading reading = new Reading(problems, problems, new PropertyFunctions(Map.of()));
        Locale locale = Locale.forLanguageTag(id);
        if (!Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage())) {
            problems.add(
                    Place.WHOLE_FILE, "", "is called by no language; name it by its code, e.g. fi.yaml or pt-BR.yaml");
        }
        Optional<Node> root = YamlDocument.read(file, problems);
        Optional<Language.Texts> texts =
                root.map(found -> new LanguageReader(locale).texts(new Section(Value.root(found, reading), KEYS)));
        return new Found(file.toString(), texts, problems.sorted());
    }

    private Language.Texts texts(Section file) {
        return new Language.Texts(phrases(file), dates(file), units(file), metrics(file));
    }

    private static Map<Phrase, Wording> phrases(Section file) {
        Map<String, Value> entries = required(file, "phrases", "phrase", Phrase.ids());
        Map<Phrase, Wording> phrases = new EnumMap<>(Phrase.class);
        for (Phrase phrase : Phrase.values()) {
            Optional.ofNullable(entries.get(phrase.id()))
                    .flatMap(value -> wording(value, phrase.placeholders()))
                    .ifPresent(wording -> phrases.put(phrase, wording));
        }
        return phrases;
    }

    /** The entries of a part that has to have all of these. */
    private static Map<String, Value> required(Section file, String part, String noun, List<String> keys) {
        Optional<Value> value = file.require(part, "{}");
        Map<String, Value> entries = value.map(Value::entries).orElse(Map.of());
        entries.forEach((key, entry) -> {
            if (!keys.contains(key)) {
                entry.problem(Suggestion.unknown(noun, key, keys));
            }
        });
        value.filter(Value::isSection).ifPresent(found -> keys.stream()
                .filter(key -> !entries.containsKey(key))
                .forEach(key -> found.problem("lacks \"%s\"; en.yaml shows what it is".formatted(key))));
        return entries;
    }

    private static Optional<Wording> wording(Value value, List<String> placeholders) {
        if (!value.isSection()) {
            return text(value, placeholders, false).map(text -> new Wording(text, text));
        }
        if (!placeholders.contains(Phrase.COUNT)) {
            value.problem("must be a text; only a phrase with {count} has %s and %s".formatted(ONE, OTHER));
            return Optional.empty();
        }
        Section forms = new Section(value, List.of(ONE, OTHER));
        Optional<String> one = forms.require(ONE, "1 line").flatMap(form -> text(form, placeholders, true));
        Optional<String> other =
                forms.require(OTHER, "\"{count} lines\"").flatMap(form -> text(form, placeholders, false));
        return one.flatMap(single -> other.map(several -> new Wording(single, several)));
    }

    /** @param one whether its count is 1, which it may say in a word */
    private static Optional<String> text(Value value, List<String> placeholders, boolean one) {
        return line(value).filter(text -> {
            List<String> found = Wording.placeholders(text);
            Set<String> wanted = new TreeSet<>(placeholders);
            if (one && !found.contains(Phrase.COUNT)) {
                wanted.remove(Phrase.COUNT);
            }
            if (Wording.hasLooseBraces(text)) {
                value.problem("a { or } belongs to no placeholder");
                return false;
            }
            if (!new TreeSet<>(found).equals(wanted)) {
                value.problem("must hold %s, not %s".formatted(braced(wanted), braced(new TreeSet<>(found))));
                return false;
            }
            return true;
        });
    }

    private static String braced(Set<String> names) {
        return names.isEmpty()
                ? "no placeholder"
                : names.stream().map(name -> "{" + Quoted.line(name) + "}").collect(Collectors.joining(", "));
    }

    /** Text on one line. */
    private static Optional<String> line(Value value) {
        return value.written().filter(text -> {
            boolean single = text.chars().noneMatch(Character::isISOControl);
            if (!single) {
                value.problem("must be one line without control characters");
            }
            return single;
        });
    }

    private Map<DateStyle, String> dates(Section file) {
        Map<String, Value> entries = required(file, "dates", "date", DateStyle.ids());
        Map<DateStyle, String> dates = new EnumMap<>(DateStyle.class);
        for (DateStyle style : DateStyle.values()) {
            Optional.ofNullable(entries.get(style.id()))
                    .flatMap(value -> line(value).filter(pattern -> isPattern(value, pattern, style)))
                    .ifPresent(pattern -> dates.put(style, pattern));
        }
        return dates;
    }

    private boolean isPattern(Value value, String pattern, DateStyle style) {
        try {
            String written = DateTimeFormatter.ofPattern(pattern, locale).format(style.sample());
            if (written.isBlank()) {
                throw new IllegalArgumentException("it writes nothing");
            }
            return true;
        } catch (IllegalArgumentException | DateTimeException e) {
            value.problem("is no pattern for this: %s; letters mean what Java's DateTimeFormatter says, e.g. d MMM uuuu"
                    .formatted(Quoted.line(String.valueOf(e.getMessage()))));
            return false;
        }
    }

    private static Map<String, Language.UnitText> units(Section file) {
        Map<String, Language.UnitText> units = new LinkedHashMap<>();
        entries(file, "units").forEach((unit, value) -> line(value)
                .ifPresent(text -> units.put(unit, new Language.UnitText(text, value.place()))));
        return units;
    }

    private static Map<String, Language.MetricTexts> metrics(Section file) {
        Map<String, Language.MetricTexts> metrics = new LinkedHashMap<>();
        entries(file, "metrics").forEach((id, value) -> {
            Section metric = new Section(value, METRIC_KEYS);
            Optional<String> title = metric.require("title", "Real chats").flatMap(LanguageReader::line);
            Optional<String> description =
                    metric.require("description", "What is counted.").flatMap(LanguageReader::line);
            title.ifPresent(name -> description.ifPresent(
                    text -> metrics.put(id, new Language.MetricTexts(name, text, value.place()))));
        });
        return metrics;
    }

    private static Map<String, Value> entries(Section file, String part) {
        return file.find(part).map(Value::entries).orElse(Map.of());
    }
}
