package com.giosg.chatreports.request;

import java.util.Locale;

/** The ways in which a request fails, each with what follows from it. */
public enum FailureKind {
    /** The host is unknown, refuses or does not take the connection in time. */
    UNREACHABLE(Tries.FIVE, "check the network and api.url"),
    /** The server could not prove who it is. That will not pass within seconds, but its owner may mend it. */
    CERTIFICATE(Tries.ONE, "check api.url and the certificates this machine trusts; nothing was sent"),
    /** Not the whole answer in time, or the connection broke. The POST is a query, so asking again is safe. */
    INTERRUPTED(Tries.FIVE, "try later, or raise api.response-timeout and api.total-timeout"),
    /** 401 or 403. */
    DENIED(
            Tries.ONE,
            "check the token, that the user who made it still exists, and that this user may see the organization's reports"),
    /** 400, 404 and other answers that say the question is wrong. */
    REJECTED(Tries.ONE, "check the organization's id and the metric's template"),
    /** 429, or 503 that says when to come back: every request of the token waits. */
    BUSY(Tries.FIVE, "lower api.concurrency or spread the reports"),
    /** 408, 425 and every 5xx, 503 that says when to come back aside. */
    SERVER_ERROR(Tries.FIVE, "try later; if it lasts, ask Giosg's support"),
    /** 3xx: never followed, because a redirected POST loses its body and the token would reach another host. */
    REDIRECTED(Tries.ONE, "set api.url to the address that answers"),
    /** HTML, invalid or incomplete JSON, trailing bytes. */
    BAD_ANSWER(Tries.THREE, "look at the kept answer: a proxy may have answered in the API's place"),
    /** JSON of another shape, or another 2xx, than Giosg documents: refused instead of guessed at. */
    SHAPE_CHANGED(Tries.ONE, "look at the kept answer: the API or the metric's template may have changed"),
    /** Larger or deeper than the limits. */
    LIMIT(Tries.ONE, "ask for a shorter window or larger buckets, or raise api.max-answer"),
    /** Others of the token failed just now, again and again. */
    NOT_TRIED(Tries.ONE, "look at why the others failed"),
    /** The body could not be made: nothing was asked. */
    TEMPLATE(Tries.ONE, "mend the metric's template; the command check shows what is wrong"),
    /** A room of the configuration is called like none that there is, or like several. */
    ROOM(Tries.ONE, "call the rooms as the directory does, or give their ids"),
    /** Rooms are given by name, and their ids could not be looked up. */
    DIRECTORY(Tries.ONE, "check api.directory-url, or give the ids of the rooms: they need no directory"),
    /** The run outlived its report or its organization in the configuration. */
    REMOVED(Tries.ONE, "put it back, or leave the run as it is"),
    /** This machine could not keep the rows. */
    STORAGE(Tries.ONE, "check the space and the permissions of the data folder"),
    /** Something that this table does not know. */
    DEFECT(Tries.ONE, "report this as a defect, with the log");

    private final int tries;
    private final String nextMove;

    FailureKind(int tries, String nextMove) {
        this.tries = tries;
        this.nextMove = nextMove;
    }

    /** What an HTTP status other than 200 says about a request. */
    public static FailureKind ofStatus(int status, boolean saysWhenToComeBack) {
        return switch (status) {
            case 401, 403 -> DENIED;
            case 429 -> BUSY;
            case 503 -> saysWhenToComeBack ? BUSY : SERVER_ERROR;
            case 408, 425 -> SERVER_ERROR;
            default -> ofHundreds(status / 100);
        };
    }

    /** Gateways answer with statuses of their own, such as 520 to 524. */
    private static FailureKind ofHundreds(int hundreds) {
        return switch (hundreds) {
            case 2 -> SHAPE_CHANGED;
            case 3 -> REDIRECTED;
            case 5 -> SERVER_ERROR;
            default -> REJECTED;
        };
    }

    /** How often the same request is asked in one go, the first time included. */
    public int tries() {
        return tries;
    }

    /** What an operator can do about it, in words. */
    public String nextMove() {
        return nextMove;
    }

    /** Whether every other request of the same token would fail in the same way. */
    public boolean concernsToken() {
        return this == DENIED;
    }

    /** Whether the same request may well be answered minutes later, though nobody mends anything here. */
    public boolean mayPass() {
        return tries == Tries.FIVE || this == NOT_TRIED || this == CERTIFICATE;
    }

    /** Whether there is nobody who answers as one in working order does: others of the same token would hardly do better. */
    public boolean isOfOtherSide() {
        return this == UNREACHABLE || this == CERTIFICATE || this == INTERRUPTED || this == SERVER_ERROR;
    }

    /** Whether it is an answer to this request alone: somebody is there. */
    public boolean isAnswer() {
        return switch (this) {
            case DENIED, REJECTED, BUSY, REDIRECTED, BAD_ANSWER, SHAPE_CHANGED, LIMIT -> true;
            default -> false;
        };
    }

    /** As in messages, gaps and JSON output: {@code bad-answer}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The numbers of tries, by name, because enum constants cannot refer to constants of their own class. */
    private static final class Tries {
        static final int ONE = 1;
        static final int THREE = 3;
        static final int FIVE = 5;
    }
}
