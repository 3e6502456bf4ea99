package com.giosg.chatreports.simulator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that is answered with an error status.
 *
 * <p>Giosg documents no error bodies; these look like those of Django REST framework, of which Giosg keeps a fork.
 */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String key;
    private final String allowed;

    private Refusal(int status, String key, String message, String allowed) {
        super(message);
        this.status = status;
        this.key = key;
        this.allowed = allowed;
    }

    static Refusal of(int status, String message) {
        return new Refusal(status, "detail", message, null);
    }

    static Refusal badRequest(String key, String message) {
        return new Refusal(400, key, message, null);
    }

    static Refusal ofMethod(String method, String allowed) {
        return new Refusal(405, "detail", "Method \"" + method + "\" not allowed.", allowed);
    }

    int status() {
        return status;
    }

    /** The method that the address has, when the asked one is what is wrong. */
    Optional<String> allowed() {
        return Optional.ofNullable(allowed);
    }

    /** {@code {"detail": "…"}}, or {@code {"<key>": ["…"]}} for what is wrong in a body. */
    Map<String, Object> body() {
        return Map.of(key, key.equals("detail") ? getMessage() : List.of(getMessage()));
    }
}
