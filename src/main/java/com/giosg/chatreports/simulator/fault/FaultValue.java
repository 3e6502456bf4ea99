package com.giosg.chatreports.simulator.fault;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the values in a fault's text. */
final class FaultValue {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m)");

    private FaultValue() {}

    static int number(FaultKey key, String value) {
        if (!value.matches("\\d{1,9}")) {
            throw wrong(key, value);
        }
        return Integer.parseInt(value);
    }

    static Duration duration(FaultKey key, String value) {
        Matcher matcher = DURATION.matcher(value);
        if (!matcher.matches()) {
            throw wrong(key, value);
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    static IllegalArgumentException wrong(FaultKey key, String value) {
        return new IllegalArgumentException(
                "`" + key.id() + "` cannot be `" + value + "`; write " + key.id() + "=" + key.value());
    }
}
