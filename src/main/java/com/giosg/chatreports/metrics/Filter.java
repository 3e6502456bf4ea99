package com.giosg.chatreports.metrics;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A filter of a body, as far as one can reason about it. */
public sealed interface Filter {

    /**
     * Whether this filter lets something through.
     *
     * @param values the value of each dimension, as text
     */
    boolean matches(Map<String, String> values);

    /** As in messages: {@code user_message_count at least 2}. */
    String words();

    /** All of several filters; matches everything when there are none. */
    record All(List<Filter> parts) implements Filter {

        @Override
        public boolean matches(Map<String, String> values) {
            return parts.stream().allMatch(part -> part.matches(values));
        }

        @Override
        public String words() {
            return parts.stream().map(Filter::words).collect(Collectors.joining(" and ", "(", ")"));
        }
    }

    /** At least one of several filters. */
    record Any(List<Filter> parts) implements Filter {

        @Override
        public boolean matches(Map<String, String> values) {
            return parts.stream().anyMatch(part -> part.matches(values));
        }

        @Override
        public String words() {
            return parts.stream().map(Filter::words).collect(Collectors.joining(" or ", "(", ")"));
        }
    }

    /** One exact value. */
    record Selector(String dimension, String value) implements Filter {

        @Override
        public boolean matches(Map<String, String> values) {
            return value.equals(values.get(dimension));
        }

        @Override
        public String words() {
            return dimension + " is \"" + value + "\"";
        }
    }

    /**
     * A range of values.
     *
     * @param numeric whether values are compared as numbers, and not as text, character by character
     */
    record Bound(String dimension, Optional<Limit> lower, Optional<Limit> upper, boolean numeric) implements Filter {

        @Override
        public boolean matches(Map<String, String> values) {
            String value = values.get(dimension);
            if (numeric && Numbers.parse(value).isEmpty()) {
                return false;
            }
            return lower.map(limit -> limit.isBelow(value, numeric)).orElse(true)
                    && upper.map(limit -> limit.isAbove(value, numeric)).orElse(true);
        }

        @Override
        public String words() {
            String from = lower.map(limit -> (limit.strict() ? "more than " : "at least ") + limit.words(numeric))
                    .orElse("");
            String to = upper.map(limit -> (limit.strict() ? "less than " : "at most ") + limit.words(numeric))
                    .orElse("");
            String and = from.isEmpty() || to.isEmpty() ? "" : " and ";
            return dimension + " " + from + and + to;
        }
    }

    /** One end of a range; excluded from it when strict. */
    record Limit(String value, boolean strict) {

        private boolean isBelow(String other, boolean numeric) {
            int comparison = compare(value, other, numeric);
            return comparison < 0 || (comparison == 0 && !strict);
        }

        private boolean isAbove(String other, boolean numeric) {
            int comparison = compare(value, other, numeric);
            return comparison > 0 || (comparison == 0 && !strict);
        }

        private String words(boolean numeric) {
            return numeric ? value : "\"" + value + "\" as text";
        }

        private static int compare(String left, String right, boolean numeric) {
            return numeric ? new BigDecimal(left).compareTo(new BigDecimal(right)) : left.compareTo(right);
        }
    }

    /**
     * A condition that is taken to hold or not to hold whatever the other conditions say.
     *
     * @param words what it demands
     * @param independent whether that is so, as for elements of an array; otherwise nothing better is known
     */
    record Free(String words, boolean independent) implements Filter {

        /** What {@link #words} are mapped to when the condition does not hold. */
        static final String FAILS = "fails";

        @Override
        public boolean matches(Map<String, String> values) {
            return !FAILS.equals(values.get(words));
        }
    }
}
