package com.giosg.chatreports.cli;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.Run;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Runs that somebody waits for: those that have begun, and those that begin one after the other. */
final class Work {

    private final Ledger ledger;
    private final Queue<Supplier<Run>> waiting;
    private final String nextMove;

    /** How many there are, begun or not. */
    private final int all;

    /** Read by whoever stops it, while others are added. */
    private final List<Run> begun = new CopyOnWriteArrayList<>();

    private final List<Run> going = new CopyOnWriteArrayList<>();

    private Work(Ledger ledger, List<Run> planned, Collection<Supplier<Run>> waiting, String nextMove) {
        this.ledger = ledger;
        this.waiting = new ArrayDeque<>(waiting);
        this.nextMove = nextMove;
        this.all = planned.size() + waiting.size();
        begun.addAll(planned);
        going.addAll(planned);
    }

    /** Runs that are planned. */
    static Work allAtOnce(Ledger ledger, List<Run> planned) {
        return new Work(ledger, planned, List.of(), "run the report again");
    }

    /**
     * Runs of which each is planned when the one before it is over, however it ended: they keep their order, hardly hold up
     * others, and whoever stops them leaves nothing behind.
     */
    static Work oneByOne(Ledger ledger, List<Supplier<Run>> plans) {
        return new Work(ledger, List.of(), plans, "the same command makes what is missing");
    }

    /**
     * Looks how far it is, and begins what can begin.
     *
     * @param announced gets what began
     * @return whether all of it is over
     */
    synchronized boolean goOn(Consumer<Run> announced) {
        going.forEach(this::stopWhereItWaitsForTheApi);
        going.removeIf(this::isOver);
        while (going.isEmpty() && !waiting.isEmpty()) {
            Run next = waiting.remove().get();
            begun.add(next);
            stopWhereItWaitsForTheApi(next);
            if (!isOver(next)) {
                going.add(next);
                announced.accept(next);
            }
        }
        return going.isEmpty();
    }

    /** Or it rests: whoever works on the folder goes on with it, hours later maybe, and nobody waits that long. */
    private boolean isOver(Run run) {
        Run now = ledger.run(run.id()).orElseThrow();
        return now.state().isFinal() || now.nextTry().isPresent();
    }

    /** The API would not answer the next one either, and in the end all of them would wait at once. */
    private void stopWhereItWaitsForTheApi(Run run) {
        Run now = ledger.run(run.id()).orElseThrow();
        if (now.nextTry().isPresent() && !now.waitsAside()) {
            stop();
        }
    }

    /** Nothing more begins. */
    synchronized void stop() {
        waiting.clear();
    }

    /** In the order in which they began. */
    List<Run> begun() {
        return begun;
    }

    List<Run> going() {
        return going;
    }

    boolean isWriting() {
        return going.stream()
                .flatMap(run -> ledger.deliveries(run.id()).stream())
                .anyMatch(delivery -> delivery.state() == Delivery.State.INTENT);
    }

    /** Those that are going come to nothing. */
    synchronized void cancel() {
        going.forEach(run -> ledger.move(run.id(), Run.State.CANCELLED));
    }

    /** What was done, and what to do about the rest. */
    String soFar() {
        return "%d of %d runs were done, %d files delivered. Next: %s"
                .formatted(
                        begun.stream().filter(this::isFinal).count(),
                        all,
                        begun.stream()
                                .flatMap(run -> ledger.deliveries(run.id()).stream())
                                .filter(delivery -> delivery.state() == Delivery.State.CONFIRMED)
                                .count(),
                        nextMove);
    }

    private boolean isFinal(Run run) {
        return ledger.run(run.id()).orElseThrow().state().isFinal();
    }

    /** How far it is, for somebody who watches. */
    String progress() {
        List<RunResult> results =
                going.stream().map(run -> RunResult.of(ledger, run.id())).toList();
        return "runs: %d of %d done, requests: %d of %d answered, rows: %d"
                .formatted(
                        begun.size() - going.size(),
                        all,
                        results.stream().mapToLong(RunResult::answered).sum(),
                        results.stream()
                                .mapToLong(result -> result.requests().size())
                                .sum(),
                        results.stream().mapToLong(RunResult::rows).sum());
    }
}
