package com.giosg.chatreports.route;

import com.giosg.chatreports.request.FailureKind;
import java.util.Optional;

/**
 * What became of a probe.
 *
 * @param words what was found out, or what went wrong; no secrets
 * @param next what to do about it; empty where there is nothing to do
 * @param defect whether nobody but the developers can do something about it
 */
public record ProbeResult(Probe probe, Outcome outcome, String words, String next, boolean defect) {

    /** How it ended. */
    public enum Outcome {
        OK,
        FAILED,
        /** Nobody knows how to. */
        NOT_TRIED
    }

    /** It works. */
    public static ProbeResult ok(Probe probe, String words) {
        return new ProbeResult(probe, Outcome.OK, words, "", false);
    }

    /** It does not, for a reason that an operator can mend. */
    public static ProbeResult failed(Probe probe, String words, String next) {
        return new ProbeResult(probe, Outcome.FAILED, words, next, false);
    }

    static ProbeResult failed(Probe probe, FailureKind kind, String words, Optional<String> next) {
        return new ProbeResult(probe, Outcome.FAILED, words, next.orElse(kind.nextMove()), kind == FailureKind.DEFECT);
    }

    /** For a kind of sink without a probe. */
    public static ProbeResult notTried(Probe probe, String words) {
        return new ProbeResult(probe, Outcome.NOT_TRIED, words, "", false);
    }
}
