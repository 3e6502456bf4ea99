package com.giosg.chatreports.metrics;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers in filters, which may be written as text. */
final class Numbers {

    /** A constant with more digits is no figure of chats; written out, {@code 1e999999999} would fill the memory. */
    private static final int MOST_DIGITS = 30;

    private Numbers() {}

    static Optional<BigDecimal> parse(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A number that is safe to calculate with. */
    static Optional<BigDecimal> constant(String text) {
        return parse(text)
                .filter(number -> text.length() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS);
    }
}
