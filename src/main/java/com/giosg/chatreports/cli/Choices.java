package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Suggestion;
import com.giosg.chatreports.config.WindowReader;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import com.giosg.chatreports.time.WindowRule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What the values of options mean; what cannot be understood is answered with what was probably meant. */
final class Choices {

    /** With four digits for the year. */
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private Choices() {}

    static CommandLine register(CommandLine commandLine) {
        return commandLine
                .registerConverter(ZoneId.class, converter(Choices::zone))
                .registerConverter(WindowRule.class, converter(WindowReader::read))
                .registerConverter(LocalDate.class, converter(Choices::day))
                .registerConverter(Scope.class, converter(text -> oneOf(Scope.values(), Scope::id, "scope", text)))
                .registerConverter(
                        Granularity.class,
                        converter(text -> oneOf(Granularity.values(), Granularity::id, "granularity", text)));
    }

    /** The windows of those names. */
    static List<WindowRule> windows(List<String> names) {
        return names.stream()
                .map(name -> orComplain(() -> WindowReader.read(name)))
                .toList();
    }

    /** Which days a window has; there are days that a zone skipped. */
    static Window resolve(WindowRule rule, Instant now, ZoneId zone) {
        return orComplain(() -> rule.resolve(now, zone));
    }

    private static <T> T orComplain(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw Complaint.usage(e.getMessage());
        }
    }

    /** The one of that name, or a complaint. */
    static <T> T named(String noun, String name, Map<String, T> known) {
        return Optional.ofNullable(known.get(name))
                .orElseThrow(() -> Complaint.usage(Suggestion.unknown(noun, name, known.keySet())));
    }

    /** Picocli hides what other exceptions say behind the name of a class. */
    private static <T> ITypeConverter<T> converter(Function<String, T> meaning) {
        return text -> {
            try {
                return meaning.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    Suggestion.unknown("time zone", text, ZoneId.getAvailableZoneIds()) + "; e.g. Europe/Helsinki", e);
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("\"%s\" is not a day; write it like 2026-03-29".formatted(text), e);
        }
    }

    private static <T> T oneOf(T[] values, Function<T, String> id, String noun, String text) {
        return Arrays.stream(values)
                .filter(value -> id.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Suggestion.unknown(
                        noun, text, Arrays.stream(values).map(id).toList())));
    }
}
