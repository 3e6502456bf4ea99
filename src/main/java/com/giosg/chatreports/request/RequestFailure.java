package com.giosg.chatreports.request;

import java.time.Duration;
import java.util.Optional;

/** A request failed in a known way. The message is the cause in plain words and holds no secret. */
public final class RequestFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final transient Optional<Duration> retryAfter;

    public RequestFailure(FailureKind kind, String message) {
        this(kind, message, Optional.empty(), null);
    }

    public RequestFailure(FailureKind kind, String message, Throwable cause) {
        this(kind, message, Optional.empty(), cause);
    }

    public RequestFailure(FailureKind kind, String message, Optional<Duration> retryAfter) {
        this(kind, message, retryAfter, null);
    }

    private RequestFailure(FailureKind kind, String message, Optional<Duration> retryAfter, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    public FailureKind kind() {
        return kind;
    }

    /** How long the API asked to be left alone. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
