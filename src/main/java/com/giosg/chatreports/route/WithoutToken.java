package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Secret;

/** What a server said, without the secret that it was asked with if it should repeat it. */
final class WithoutToken {

    private static final String MASK = "***";

    /** So many characters of a token tell nothing. */
    private static final int HARMLESS = 3;

    private WithoutToken() {}

    /** The text may have been cut off in the middle of a token: the beginning of one at its end is masked, too. */
    static String text(String said, Secret secret) {
        return text(said, secret.value());
    }

    /** As {@link #text(String, Secret)}, for a secret's value. */
    static String text(String said, String token) {
        String masked = said.replace(token, MASK);
        for (int length = token.length() - 1; length > HARMLESS; length--) {
            if (masked.endsWith(token.substring(0, length))) {
                return masked.substring(0, masked.length() - length) + MASK;
            }
        }
        return masked;
    }
}
