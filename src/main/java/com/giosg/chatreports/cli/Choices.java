package com.giosg.chatreports.cli;

import com.giosg.chatreports.config.Suggestion;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.time.Granularity;
import com.giosg.chatreports.time.Window;
import com.giosg.chatreports.time.WindowRule;
import com.giosg.chatreports.time.Windows;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** What the values of options mean; what cannot be understood is answered with what was probably meant. */
final class Choices {

    private Choices() {}

    static CommandLine register(CommandLine commandLine) {
        return commandLine
                .registerConverter(ZoneId.class, Choices::zone)
                .registerConverter(WindowRule.class, Choices::window)
                .registerConverter(Scope.class, text -> oneOf(Scope.values(), Scope::id, "scope", text))
                .registerConverter(
                        Granularity.class, text -> oneOf(Granularity.values(), Granularity::id, "granularity", text));
    }

    /** Which days a window has; there are days that a zone skipped. */
    static Window resolve(WindowRule rule, Instant now, ZoneId zone) {
        try {
            return rule.resolve(now, zone);
        } catch (IllegalArgumentException e) {
            throw Complaint.usage(e.getMessage());
        }
    }

    /** The one of that name, or a complaint. */
    static <T> T named(String noun, String name, Map<String, T> known) {
        return Optional.ofNullable(known.get(name))
                .orElseThrow(() -> Complaint.usage(Suggestion.unknown(noun, name, known.keySet())));
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException(
                    Suggestion.unknown("time zone", text, ZoneId.getAvailableZoneIds()) + "; e.g. Europe/Helsinki");
        }
    }

    private static WindowRule window(String text) {
        try {
            return Windows.parse(text);
        } catch (IllegalArgumentException e) {
            boolean fixed = !text.isEmpty() && Character.isDigit(text.charAt(0));
            throw new TypeConversionException(
                    fixed ? e.getMessage() : Suggestion.unknown("window", text, Windows.names()));
        }
    }

    private static <T> T oneOf(T[] values, Function<T, String> id, String noun, String text) {
        Map<String, T> known = Arrays.stream(values).collect(Collectors.toMap(id, Function.identity()));
        return Optional.ofNullable(known.get(text))
                .orElseThrow(() -> new TypeConversionException(Suggestion.unknown(
                        noun, text, Arrays.stream(values).map(id).toList())));
    }
}
