package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.time.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run at a glance, however many requests and deliveries it has.
 *
 * @param run with its notes
 * @param requests those that make rows
 * @param rows how many there are so far
 * @param missing why requests were not answered, each cause once
 * @param sinks what became of its artifacts, of those that were made last
 */
public record RunSummary(Run run, int requests, long rows, List<Missing> missing, List<SinkSummary> sinks) {

    /**
     * Why some requests were not answered.
     *
     * @param postponed whether they are asked again
     */
    public record Missing(FailureKind kind, String cause, int requests, boolean postponed) {}

    /**
     * What became of a run's artifacts at one sink.
     *
     * @param notice whether it was told that there are none
     * @param pages how many of its artifacts are pages
     * @param page the number of the only one of those
     * @param detail a cause where something failed, else a receipt, else empty
     */
    public record SinkSummary(
            String sink,
            boolean notice,
            int artifacts,
            int confirmed,
            int failed,
            int waiting,
            int pages,
            Optional<Integer> page,
            String detail) {}

    /** How many requests will not be answered. */
    public int gaps() {
        return missing.stream()
                .filter(each -> !each.postponed())
                .mapToInt(Missing::requests)
                .sum();
    }

    /** Whether all went well, and the report was not to be sent; its notes say why. */
    public boolean isKeptBack() {
        return KeptBack.is(run, sinks);
    }

    /** Why it was kept back, or skipped; nothing where neither is the case. */
    public List<String> unsent() {
        return KeptBack.causes(run, sinks);
    }

    /** What can be done about it, in words. */
    public String nextMove() {
        return NextMove.of(
                run,
                isKeptBack(),
                sinks.stream().anyMatch(sink -> sink.failed() > 0 && !sink.notice()),
                missing.stream()
                        .filter(each -> !each.postponed())
                        .map(Missing::kind)
                        .findFirst());
    }

    /** By the clock of the run's window. */
    public String local(Instant instant) {
        return Times.print(instant.atZone(run.window().zone()));
    }
}
