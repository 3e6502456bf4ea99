package com.giosg.chatreports.route;

import java.util.ArrayList;
import java.util.List;

/** What a receiver is told in confidence, should it repeat it in an answer. */
final class Secrets {

    /** Shorter values of headers are hardly secrets, and masking them would spoil messages. */
    private static final int SHORTEST_VALUE = 8;

    private final List<String> texts = new ArrayList<>();

    void add(String secret) {
        if (!secret.isEmpty()) {
            texts.add(secret);
        }
    }

    /** A header's value may be a secret, or not. */
    void addValue(String value) {
        if (value.length() >= SHORTEST_VALUE) {
            texts.add(value);
        }
    }

    /** The text without any of them. */
    String mask(String said) {
        String masked = said;
        for (String secret : texts) {
            masked = WithoutToken.text(masked, secret);
        }
        return masked;
    }
}
