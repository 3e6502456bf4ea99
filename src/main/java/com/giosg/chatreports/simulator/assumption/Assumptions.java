package com.giosg.chatreports.simulator.assumption;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is assumed about the real APIs in one simulator; unchanging. */
public final class Assumptions {

    private final Map<Assumption, String> chosen;

    private Assumptions(Map<Assumption, String> chosen) {
        this.chosen = chosen;
    }

    public static Assumptions defaults() {
        return new Assumptions(Map.of());
    }

    /**
     * Reads texts such as {@code numbers=string}; what is not named keeps its default.
     *
     * @throws IllegalArgumentException for an unknown name or value, listing the known ones
     */
    public static Assumptions parse(List<String> texts) {
        Assumptions assumptions = defaults();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("`" + text + "` is no assumption; write NAME=VALUE");
            }
            assumptions = assumptions.with(Assumption.of(text.substring(0, equals)), text.substring(equals + 1));
        }
        return assumptions;
    }

    /** These assumptions with one of them changed. */
    public Assumptions with(Assumption assumption, String value) {
        requirePossible(assumption, value);
        Map<Assumption, String> changed = new EnumMap<>(Assumption.class);
        changed.putAll(chosen);
        changed.put(assumption, value);
        return new Assumptions(changed);
    }

    public String value(Assumption assumption) {
        return chosen.getOrDefault(assumption, assumption.defaultValue());
    }

    public boolean is(Assumption assumption, String value) {
        requirePossible(assumption, value);
        return value(assumption).equals(value);
    }

    private static void requirePossible(Assumption assumption, String value) {
        if (!assumption.possibleValues().contains(value)) {
            throw new IllegalArgumentException("`" + assumption.id() + "` cannot be `" + value + "`; it can be "
                    + String.join(", ", assumption.possibleValues()));
        }
    }
}
