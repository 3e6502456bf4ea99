package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Secret;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.RequestFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * An answer of another status than 200.
 *
 * @param who answered, as in messages
 * @param pause how long it asked to be left alone
 * @param location where else it said to ask, or null
 */
record Refusal(String who, int status, Optional<Duration> pause, String location) {

    private static final int EXCERPT = 500;

    /** What it means. The answer, null where it has no body, is closed here: retries would keep its connection for as long as they go on. */
    RequestFailure failure(InputStream answer, Secret token) throws IOException {
        FailureKind kind = FailureKind.ofStatus(status, pause.isPresent());
        try (answer) {
            String said = kind == FailureKind.REDIRECTED ? "a redirect to " + host() : excerpt(answer, token);
            return new RequestFailure(
                    kind, "the %s answered %d%s".formatted(who, status, said.isEmpty() ? "" : ": " + said), pause);
        }
    }

    /** What it says about the failure, on one line. */
    private static String excerpt(InputStream answer, Secret token) {
        if (answer == null) {
            return "";
        }
        try {
            String beginning = new String(answer.readNBytes(EXCERPT), StandardCharsets.UTF_8);
            return WithoutToken.text(beginning, token).replaceAll("\\s+", " ").strip();
        } catch (IOException e) {
            return "and broke off: " + e.getMessage();
        }
    }

    private String host() {
        if (location == null) {
            return "nowhere";
        }
        try {
            return Optional.ofNullable(URI.create(location).getHost()).orElse("another path of the same host");
        } catch (IllegalArgumentException e) {
            return "an address that cannot be read";
        }
    }
}
