package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.SlowPhase;
import com.giosg.chatreports.row.SealedFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One artifact to one sink. A sink may be given several of a run, one after the other.
 *
 * @param runId the run it belongs to
 * @param sink name of the sink
 * @param number the artifact's place among those of the run and the sink, from 1; 0: a notice that there is none
 * @param fileName what the artifact is called there, maybe with folders
 * @param artifact the finished bytes
 * @param progress how far it is
 * @param generation the generation of the run that it belongs to
 * @param team which team the artifact is about, as the configuration calls it; empty: none alone
 */
public record Delivery(
        String runId,
        String sink,
        int number,
        String fileName,
        SealedFile artifact,
        DeliveryProgress progress,
        int generation,
        Optional<String> team) {

    /** What the causes begin with of a delivery that was passed over. */
    public static final String NOT_TRIED = "not tried";

    public static Delivery pending(String runId, String sink, int number, String fileName, SealedFile artifact) {
        return new Delivery(runId, sink, number, fileName, artifact, DeliveryProgress.NONE, 1, Optional.empty());
    }

    /** The notice of a run of which nothing could be had. Its key is none that an artifact may get one day. */
    public static Delivery notice(String runId, String sink, String fileName, SealedFile artifact) {
        return pending(runId, sink, 0, fileName, artifact);
    }

    /** The same of another generation than the first. */
    public Delivery ofGeneration(int which) {
        return new Delivery(runId, sink, number, fileName, artifact, progress, which, team);
    }

    /** The same about one team alone. */
    public Delivery about(Optional<String> which) {
        return new Delivery(runId, sink, number, fileName, artifact, progress, generation, which);
    }

    /** The same with an artifact that was made later. */
    public Delivery made(Optional<String> about, String name, SealedFile later) {
        return new Delivery(runId, sink, number, name, later, progress.in(State.PENDING, ""), generation, about);
    }

    public Delivery in(State next, String detail) {
        return with(progress.in(next, detail));
    }

    /** Failed, and to be tried again. */
    public Delivery waiting(String cause, SlowPhase phase) {
        return with(progress.waiting(cause, phase));
    }

    /** As if it had never been tried. */
    Delivery anew() {
        return with(DeliveryProgress.NONE);
    }

    private Delivery with(DeliveryProgress next) {
        return new Delivery(runId, sink, number, fileName, artifact, next, generation, team);
    }

    public State state() {
        return progress.state();
    }

    /** The receipt once confirmed, the cause once failed or while it waits, else empty. */
    public String detail() {
        return progress.detail();
    }

    /** Why it failed before, a line each, the latest last; those of the last few tries. */
    public List<String> earlier() {
        return progress.earlier();
    }

    /** Since it failed for a reason that may pass: how often so far, and when it is tried again. */
    public Optional<SlowPhase> slowPhase() {
        return progress.slowPhase();
    }

    public boolean isNotice() {
        return number == 0;
    }

    /** Whether there is nothing to deliver, since it could not be made so far. */
    public boolean isMissing() {
        return artifact.size() < 0;
    }

    /** When it is tried again by itself, where it waits for that. */
    public Optional<Instant> nextTry() {
        return slowPhase().filter(phase -> state() == State.WAITING).map(SlowPhase::next);
    }

    /** Whether something is to be done about it now. */
    public boolean isDue(Instant now) {
        return !state().isFinal() && nextTry().filter(now::isBefore).isEmpty();
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
        /** It failed, and is tried again later. */
        WAITING,
        CONFIRMED,
        FAILED;

        /** Whether nothing more happens to the delivery by itself. */
        public boolean isFinal() {
            return this == CONFIRMED || this == FAILED;
        }
    }
}
