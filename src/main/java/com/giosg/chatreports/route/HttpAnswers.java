package com.giosg.chatreports.route;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a receiver's answer means that is no success. */
final class HttpAnswers {

    /** An answer of so many bytes is read to its end, so that the connection can be used again. */
    private static final int READ = 1 << 14;

    private HttpAnswers() {}

    static boolean isSuccess(int status) {
        return status / 100 == 2;
    }

    /** Whether somebody on the way says that the receiver's own answer did not come. */
    static boolean isOfMiddlemen(int status) {
        return status == 502 || status == 504;
    }

    /** Whether the same call may be taken later, though nobody mends anything here. */
    static boolean mayPass(int status) {
        return switch (status) {
            case 408, 425, 429 -> true;
            case 501, 505 -> false;
            default -> status / 100 == 5;
        };
    }

    /**
     * Closes the answer.
     *
     * @param answer null where it has no body
     * @return what it begins with
     */
    static String beginning(InputStream answer) {
        if (answer == null) {
            return "";
        }
        try (answer) {
            return new String(answer.readNBytes(READ), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "an answer that broke off";
        }
    }

    /**
     * In an operator's words, with what can be done about it.
     *
     * @param location where a redirect leads to, or null
     * @param retryAfter when the receiver wants to hear again, as it says; empty: it does not
     * @param said one line
     */
    static String refusal(int status, String location, String retryAfter, String said) {
        if (status / 100 == 3) {
            return "the receiver answered %d: a redirect to %s, which is not followed; set url to the address that answers"
                    .formatted(status, host(location));
        }
        String wait = retryAfter.isEmpty() ? "" : " (it asks to come back after %s)".formatted(OneLine.of(retryAfter));
        return "the receiver answered %d%s%s; %s"
                .formatted(status, wait, said.isEmpty() ? "" : ": " + said, nextMove(status));
    }

    static String host(String location) {
        if (location == null) {
            return "nowhere";
        }
        try {
            return Optional.ofNullable(URI.create(location).getHost()).orElse("another path of the same host");
        } catch (IllegalArgumentException e) {
            return "an address that cannot be read";
        }
    }

    private static String nextMove(int status) {
        return switch (status) {
            case 401, 403 -> "check token and headers, and that they may write there";
            case 404, 410 -> "check url";
            case 405, 501 -> "check url and method";
            case 413 -> "lower batch";
            case 415 -> "check format";
            case 408, 425, 429 -> "try later, or send fewer and larger calls";
            default -> status / 100 == 5 ? "try later; if it lasts, ask its owner" : "ask its owner what it takes";
        };
    }
}
