package com.giosg.chatreports.ledger;

import com.giosg.chatreports.row.SealedFile;
import java.nio.file.Path;

/**
 * One artifact to one sink. A sink may be given several of a run, one after the other.
 *
 * @param runId the run it belongs to
 * @param sink name of the sink
 * @param number the artifact's place among those of the run and the sink, from 1
 * @param fileName what the artifact is called there, maybe with folders
 * @param artifact the finished bytes
 * @param state how far it is
 * @param detail the receipt once confirmed, the cause once failed, else empty
 */
public record Delivery(
        String runId, String sink, int number, String fileName, SealedFile artifact, State state, String detail) {

    public static Delivery pending(String runId, String sink, int number, String fileName, SealedFile artifact) {
        return new Delivery(runId, sink, number, fileName, artifact, State.PENDING, "");
    }

    public Delivery in(State next, String nextDetail) {
        return new Delivery(runId, sink, number, fileName, artifact, next, nextDetail);
    }

    public Path file() {
        return artifact.file();
    }

    /** The same at every try, so that a receiver can tell a repeat. */
    public String key() {
        return key(number);
    }

    /** The key of the one before it; there may be none. */
    public String keyBefore() {
        return key(number - 1);
    }

    private String key(int ofNumber) {
        return String.join("-", runId, sink, String.valueOf(ofNumber));
    }

    /** How far a delivery is. */
    public enum State {
        PENDING,
        INTENT,
        /** It was intended, and nobody lived to see what became of it. */
        UNCERTAIN,
        CONFIRMED,
        FAILED;

        /** Whether nothing more happens to the delivery by itself. */
        public boolean isFinal() {
            return this == CONFIRMED || this == FAILED;
        }
    }
}
