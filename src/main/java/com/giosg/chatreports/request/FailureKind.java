package com.giosg.chatreports.request;

/** The ways in which a request fails, each with what follows from it. */
public enum FailureKind {
    /** The host is unknown, refuses or does not take the connection in time. */
    UNREACHABLE(Retries.ALL, "check the network and api.url"),
    /** The server could not prove who it is. */
    CERTIFICATE(Retries.NONE, "check api.url and the certificates this machine trusts; nothing was sent"),
    /** No answer, or not the whole of it, in time; or the connection broke. The POST is a query, so asking again is safe. */
    INTERRUPTED(Retries.ALL, "try later, or raise api.response-timeout and api.total-timeout"),
    /** 401 or 403. */
    DENIED(
            Retries.NONE,
            "check the token, that the user who made it still exists, and that this user may see reports of the organization"),
    /** 400, 404 and other answers that say the question is wrong. */
    REJECTED(Retries.NONE, "check the metric's template and the organization's id"),
    /** 429, or 503 that says when to come back: every request of the token waits. */
    BUSY(Retries.ALL, "lower api.concurrency or spread the reports"),
    /** 408, 425, 500 and 502 to 504. */
    SERVER_ERROR(Retries.ALL, "try later; if it lasts, ask Giosg's support"),
    /** 3xx: never followed, because a redirected POST loses its body and the token would reach another host. */
    REDIRECTED(Retries.NONE, "set api.url to the address that answers"),
    /** HTML, invalid or incomplete JSON, trailing bytes. */
    BAD_ANSWER(Retries.TWO, "look at the kept answer; a proxy may have answered in the API's place"),
    /** JSON of another shape than Giosg documents: refused instead of guessed at. */
    SHAPE_CHANGED(Retries.NONE, "look at the kept answer; the API or the template may have changed"),
    /** Larger or deeper than the limits. */
    LIMIT(Retries.NONE, "ask for a shorter window or larger buckets, or raise api.max-answer");

    private final int retries;
    private final String nextMove;

    FailureKind(int retries, String nextMove) {
        this.retries = retries;
        this.nextMove = nextMove;
    }

    /** How often the same request is asked again at once, before it is left for later. */
    public int retries() {
        return retries;
    }

    /** What an operator can do about it, in words. */
    public String nextMove() {
        return nextMove;
    }

    /** As in messages, gaps and JSON output: {@code bad-answer}. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static final class Retries {
        static final int NONE = 0;
        static final int TWO = 2;
        /** Five tries in all. */
        static final int ALL = 4;
    }
}
