package com.giosg.chatreports.request;

/** A request failed in a known way. The message is the cause in plain words and holds no secret. */
public final class RequestFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    public RequestFailure(FailureKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public RequestFailure(FailureKind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public FailureKind kind() {
        return kind;
    }
}
