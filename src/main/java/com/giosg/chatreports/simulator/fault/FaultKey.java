package com.giosg.chatreports.simulator.fault;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The keys of a fault's text. Effects apply in the order declared here, whatever the order of the text. */
public enum FaultKey {
    PATH("TEXT", "only requests whose path contains the text"),
    METHOD("NAME", "only requests of this method"),
    CONTAINS("TEXT", "only requests whose body contains the text; may be repeated, then all must be there"),
    SKIP("NUMBER", "the first so many of these requests are answered as usual"),
    TIMES("NUMBER", "so many are hit, later ones are answered as usual; without it all are"),
    STATUS("NUMBER", "this status and an error body"),
    RETRY_AFTER("TEXT", "header Retry-After as given, e.g. 2"),
    RETRY_AFTER_DATE("SECONDS", "header Retry-After as an HTTP date so far ahead"),
    REDIRECT("URL", "status 302 (or `status`) and the URL as Location"),
    HEADER("NAME:VALUE", "one more header; may be repeated"),
    BODY("html|garbage|empty|broken", "instead of the answer: a gateway's page, random bytes, nothing, half of it"),
    VALUES("TEXT", "every number of the answer is replaced by this text as it is, e.g. NaN"),
    ROWS("NUMBER", "the answer is made up and has so many rows, streamed"),
    SUBJECTS("NUMBER", "so many different group values in the `rows`; 1 without it"),
    TRAILING("TEXT", "appended to the answer"),
    CHUNKED("", "no Content-Length"),
    CUT("BYTES", "the connection is closed after so many bytes of the body"),
    DRIP("BYTES/PAUSE", "so many bytes at a time with a pause after each, e.g. 16/10ms"),
    DELAY("DURATION", "silence before the first byte, e.g. 100ms, 2s, 1m"),
    DROP("", "the connection is closed without a byte");

    private final String value;
    private final String description;

    FaultKey(String value, String description) {
        this.value = value;
        this.description = description;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What stands behind the equals sign; empty for keys that stand alone. */
    public String value() {
        return value;
    }

    public String description() {
        return description;
    }

    /** False for keys that pick requests or belong to another key. */
    boolean changesAnswers() {
        return switch (this) {
            case PATH, METHOD, CONTAINS, SKIP, TIMES, SUBJECTS -> false;
            default -> true;
        };
    }

    static FaultKey of(String id) {
        return Arrays.stream(values())
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a fault has no `" + id + "`; it can have: "
                        + Arrays.stream(values()).map(FaultKey::id).collect(Collectors.joining(", "))));
    }
}
