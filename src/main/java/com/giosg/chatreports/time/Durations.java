package com.giosg.chatreports.time;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as operators write them: a whole number and one unit, such as {@code 30m}. */
public final class Durations {

    /** From the longest to the shortest, which {@link #print} relies on. */
    private static final Map<String, Duration> UNITS = units();

    /** Nine digits hold any sensible duration and cannot overflow. */
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Durations() {}

    private static Map<String, Duration> units() {
        Map<String, Duration> units = new LinkedHashMap<>();
        units.put("d", Duration.ofDays(1));
        units.put("h", Duration.ofHours(1));
        units.put("m", Duration.ofMinutes(1));
        units.put("s", Duration.ofSeconds(1));
        units.put("ms", Duration.ofMillis(1));
        return Collections.unmodifiableMap(units);
    }

    /**
     * How long the text says.
     *
     * @throws IllegalArgumentException saying what is wrong with the text, for operators to read
     */
    public static Duration parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is not a duration; write a whole number and a unit, like 500ms, 10s, 30m, 6h or 1d"
                            .formatted(text));
        }
        return UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
    }

    /** In the longest unit that leaves a whole number: 90 minutes are {@code 90m}, 60 are {@code 1h}. */
    public static String print(Duration duration) {
        return UNITS.entrySet().stream()
                .filter(unit -> duration.toMillis() % unit.getValue().toMillis() == 0 && !duration.isZero())
                .findFirst()
                .map(unit -> duration.dividedBy(unit.getValue()) + unit.getKey())
                .orElse("0s");
    }
}
