package com.giosg.chatreports.ledger;

import java.nio.file.Path;

/**
 * One artifact to one sink.
 *
 * @param runId the run it belongs to
 * @param sink name of the sink
 * @param fileName what the artifact is called there, maybe with folders
 * @param file the finished bytes
 * @param state how far it is
 * @param detail the receipt once confirmed, the cause once failed, else empty
 */
public record Delivery(String runId, String sink, String fileName, Path file, State state, String detail) {

    public static Delivery pending(String runId, String sink, String fileName, Path file) {
        return new Delivery(runId, sink, fileName, file, State.PENDING, "");
    }

    public Delivery in(State next, String nextDetail) {
        return new Delivery(runId, sink, fileName, file, next, nextDetail);
    }

    /** How far a delivery is. */
    public enum State {
        PENDING,
        INTENT,
        CONFIRMED,
        FAILED
    }
}
