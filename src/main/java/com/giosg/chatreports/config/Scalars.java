package com.giosg.chatreports.config;

import com.giosg.chatreports.time.Durations;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What single values mean; each throws {@link IllegalArgumentException} with an operator's message. */
final class Scalars {

    private static final Map<String, Long> BYTES = Map.of("B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Scalars() {}

    static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("must be true or false, not " + Quoted.of(text));
        };
    }

    static int number(String text, int least, int most) {
        String wanted = "must be a whole number from %d to %d, not %s".formatted(least, most, Quoted.of(text));
        try {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException(wanted);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(wanted, e);
        }
    }

    static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("must be a number, not " + Quoted.of(text), e);
        }
    }

    static <T> T choice(String text, Map<String, T> choices) {
        T chosen = choices.get(text);
        if (chosen == null) {
            throw new IllegalArgumentException(Suggestion.cannotBe(text, choices.keySet()));
        }
        return chosen;
    }

    /** Longer than nothing. */
    static Duration time(String text) {
        Duration duration = Durations.parse(text);
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException("must be longer than nothing, not " + Quoted.of(text));
        }
        return duration;
    }

    /** A name from the IANA data base; an offset alone would not follow the clocks. */
    static ZoneId zone(String text) {
        Set<String> known = ZoneRulesProvider.getAvailableZoneIds();
        if (!known.contains(text)) {
            throw new IllegalArgumentException(Suggestion.unknown("time zone", text, known)
                    + (Suggestion.closest(text, known).isPresent() ? "" : "; write e.g. Europe/Helsinki or UTC"));
        }
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("the time zone %s cannot be used".formatted(text), e);
        }
    }

    /** Giosg prints ids in lower case. */
    static boolean isUuid(String text) {
        return UUID_FORM.matcher(text).matches();
    }

    static String uuid(String text) {
        if (!isUuid(text)) {
            throw new IllegalArgumentException(
                    "must be an id in lower case like 3f2504e0-4f89-41d3-9a0c-0305e82c3301, not " + Quoted.of(text));
        }
        return text;
    }

    /** The text itself, unless there is an objection to it. */
    static String unobjectionable(String text, Function<String, Optional<String>> objection) {
        objection.apply(text).ifPresent(message -> {
            throw new IllegalArgumentException(message);
        });
        return text;
    }

    /** A number of bytes with its unit, e.g. {@code 512MiB}. */
    static long bytes(String text) {
        int unit = 0;
        while (unit < text.length() && Character.isDigit(text.charAt(unit))) {
            unit++;
        }
        Long factor = BYTES.get(text.substring(unit).strip());
        if (unit == 0 || unit > 9 || factor == null) {
            throw new IllegalArgumentException("must be a size such as 512MiB or 2GiB, not " + Quoted.of(text));
        }
        return Long.parseLong(text.substring(0, unit)) * factor;
    }

    /** The constants by what the configuration calls them, in their order. */
    static <E extends Enum<E>> Map<String, E> choices(E[] constants, Function<E, String> name) {
        Map<String, E> choices = new LinkedHashMap<>();
        Arrays.stream(constants).forEach(constant -> choices.put(name.apply(constant), constant));
        return choices;
    }

    /** As the configuration spells a constant, e.g. {@code LATEST} is {@code latest}. */
    static String spelled(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
