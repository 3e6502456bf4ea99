package com.giosg.chatreports.config;

import com.giosg.chatreports.metrics.Catalogue;
import com.giosg.chatreports.metrics.Metric;
import java.nio.file.Path;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a report speaks to its readers. The file is read when somebody wants the first word of it, so that a report which
 * nobody reads costs nothing.
 */
public final class Language {

    /** Many fonts lack the narrow one, which some languages have between thousands, and show a box. */
    private static final char NARROW_SPACE = '\u202F';

    private static final char SPACE = '\u00A0';
    private static final char MINUS = '\u2212';

    private final String id;
    private final Path file;
    private final Locale locale;
    private volatile Texts texts;

    /**
     * A language that is read later.
     *
     * @param id a language tag, e.g. {@code fi} or {@code pt-BR}
     * @param file where its texts stand
     */
    Language(String id, Path file) {
        this.id = id;
        this.file = file;
        this.locale = Locale.forLanguageTag(id);
    }

    /**
     * What stands in its file.
     *
     * @param phrases one for each
     * @param dates a pattern for each
     * @param units by the English one; those that are missing stay English
     * @param metrics by id; those that are missing stay as their templates have them
     */
    record Texts(
            Map<Phrase, Wording> phrases,
            Map<DateStyle, String> dates,
            Map<String, UnitText> units,
            Map<String, MetricTexts> metrics) {}

    /** What a metric is called, and what is counted. */
    record MetricTexts(String title, String description, Place place) {}

    /** What one of a figure is. */
    record UnitText(String text, Place place) {}

    /** A language tag, e.g. {@code fi}. */
    public String id() {
        return id;
    }

    public Locale locale() {
        return locale;
    }

    /**
     * Reads the file, if that was not done before.
     *
     * @throws ConfigurationProblems with everything that is wrong with it
     */
    Texts texts() {
        Texts read = texts;
        if (read == null) {
            read = LanguageReader.read(id, file).textsOrThrow();
            texts = read;
        }
        return read;
    }

    /** Everything that is wrong with its file. */
    List<Problem> problems() {
        try {
            texts();
            return List.of();
        } catch (ConfigurationProblems broken) {
            return broken.problems();
        }
    }

    /** Texts that belong to nothing: readers will see the English ones instead. */
    List<Problem> notes(Catalogue catalogue) {
        Problems notes = new Problems(file.toString());
        List<String> ids = catalogue.metrics().stream().map(Metric::id).toList();
        texts().metrics().forEach((metric, found) -> note(notes, "metric", metric, ids, found.place()));
        List<String> units =
                catalogue.metrics().stream().map(Metric::unit).distinct().toList();
        texts().units().forEach((unit, found) -> note(notes, "unit", unit, units, found.place()));
        return notes.sorted();
    }

    private static void note(Problems notes, String noun, String name, List<String> known, Place place) {
        if (!known.contains(name)) {
            notes.add(place, noun + "s." + Quoted.line(name), Suggestion.unknown(noun, name, known));
        }
    }

    /** What it says. */
    public String text(Phrase phrase, Object... values) {
        return texts().phrases().get(phrase).say(phrase.placeholders(), values);
    }

    /** The same at the beginning of a line. */
    public String heading(Phrase phrase) {
        String text = text(phrase);
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(locale) + text.substring(first);
    }

    /** A day or a time. */
    public String date(DateStyle style, TemporalAccessor date) {
        return DateTimeFormatter.ofPattern(texts().dates().get(style), locale).format(date);
    }

    /** The JDK's, but what does not look the same everywhere. */
    public DecimalFormatSymbols symbols() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        if (symbols.getGroupingSeparator() == NARROW_SPACE) {
            symbols.setGroupingSeparator(SPACE);
        }
        symbols.setMinusSign(MINUS);
        return symbols;
    }

    public String title(Metric metric) {
        MetricTexts own = texts().metrics().get(metric.id());
        return own == null ? metric.title() : own.title();
    }

    public String description(Metric metric) {
        MetricTexts own = texts().metrics().get(metric.id());
        return own == null ? metric.description() : own.description();
    }

    public String unit(Metric metric) {
        UnitText own = texts().units().get(metric.unit());
        return own == null ? metric.unit() : own.text();
    }

    @Override
    public String toString() {
        return id;
    }
}
