package com.giosg.chatreports.request;

import java.time.Duration;
import java.util.Optional;

/** A request failed in a known way. The message is the cause in plain words and holds no secret. */
public final class RequestFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final transient Optional<Duration> retryAfter;
    private final boolean tried;

    public RequestFailure(FailureKind kind, String message) {
        this(kind, message, Optional.empty(), null, kind != FailureKind.NOT_TRIED);
    }

    public RequestFailure(FailureKind kind, String message, Throwable cause) {
        this(kind, message, Optional.empty(), cause, true);
    }

    public RequestFailure(FailureKind kind, String message, Optional<Duration> retryAfter) {
        this(kind, message, retryAfter, null, kind != FailureKind.NOT_TRIED);
    }

    private RequestFailure(
            FailureKind kind, String message, Optional<Duration> retryAfter, Throwable cause, boolean tried) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.tried = tried;
    }

    /** Of a request that was not asked, since the API had said to another one that it wants to be left alone. */
    public static RequestFailure leftAlone(String message, Duration wait) {
        return new RequestFailure(FailureKind.BUSY, message, Optional.of(wait), null, false);
    }

    public FailureKind kind() {
        return kind;
    }

    /** Whether anybody was asked, or would have been. */
    public boolean isTried() {
        return tried;
    }

    /** How long the API asked to be left alone. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
