package com.giosg.chatreports.config;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Turns what a parser refuses into a message. */
final class Attempt {

    private Attempt() {}

    /** What the parser gives; else nothing, and its words go to {@code refused}. */
    static <T> Optional<T> of(Supplier<T> parser, Consumer<String> refused) {
        try {
            return Optional.of(parser.get());
        } catch (IllegalArgumentException e) {
            refused.accept(e.getMessage());
            return Optional.empty();
        }
    }
}
