package com.giosg.chatreports.simulator.http;

import java.util.List;
import java.util.Map;

/**
 * A request that is answered with an error status.
 *
 * <p>Giosg documents no error bodies; these look like those of Django REST framework, of which Giosg keeps a fork.
 */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String key;

    private Refusal(int status, String key, String message) {
        super(message);
        this.status = status;
        this.key = key;
    }

    static Refusal of(int status, String message) {
        return new Refusal(status, "detail", message);
    }

    static Refusal badRequest(String key, String message) {
        return new Refusal(400, key, message);
    }

    int status() {
        return status;
    }

    /** {@code {"detail": "…"}}, or {@code {"<key>": ["…"]}} for what is wrong in a body. */
    Map<String, Object> body() {
        return Map.of(key, key.equals("detail") ? getMessage() : List.of(getMessage()));
    }
}
