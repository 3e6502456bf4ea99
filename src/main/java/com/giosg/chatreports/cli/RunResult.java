package com.giosg.chatreports.cli;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.time.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger says about a run.
 *
 * @param run the run itself
 * @param requests what became of each request
 * @param deliveries what became of each artifact
 */
record RunResult(Run run, List<RequestEntry> requests, List<Delivery> deliveries) {

    static RunResult of(Ledger ledger, String runId) {
        return new RunResult(ledger.run(runId).orElseThrow(), ledger.requests(runId), ledger.deliveries(runId));
    }

    long delivered() {
        return deliveries.stream()
                .filter(delivery -> delivery.state() == Delivery.State.CONFIRMED)
                .filter(delivery -> !delivery.isNotice())
                .count();
    }

    /** Artifacts, delivered or not. A notice that there are none is none. */
    long artifacts() {
        return deliveries.stream().filter(delivery -> !delivery.isNotice()).count();
    }

    long answered() {
        return requests.stream().filter(request -> request.part().isPresent()).count();
    }

    List<RequestEntry> gaps() {
        return requests.stream().filter(request -> request.gap().isPresent()).toList();
    }

    /** Those that were not answered so far and are asked again. */
    List<RequestEntry> postponed() {
        return requests.stream()
                .filter(request -> request.postponed().isPresent())
                .toList();
    }

    /** For good, or so far. */
    private static boolean failed(Delivery delivery) {
        return delivery.state() == Delivery.State.FAILED || delivery.state() == Delivery.State.WAITING;
    }

    /** When something is tried again by itself, by the clocks of its report; a dash where nothing is. */
    String nextTry() {
        return local(run.nextTry());
    }

    String local(Optional<Instant> instant) {
        return instant.map(time -> Times.print(time.atZone(run.window().zone())))
                .orElse("-");
    }

    long rows() {
        return requests.stream()
                .map(RequestEntry::part)
                .flatMap(Optional::stream)
                .mapToLong(Part::rows)
                .sum();
    }

    /** The highest code that applies. */
    int exitCode() {
        if (run.failure()
                .filter(failure -> failure.kind() == FailureKind.DEFECT)
                .isPresent()) {
            return ExitCode.DEFECT;
        }
        if (deliveries.stream().anyMatch(RunResult::failed)) {
            return ExitCode.DELIVERY;
        }
        if (!gaps().isEmpty() || !postponed().isEmpty()) {
            return ExitCode.API;
        }
        return run.failure().map(failure -> exitCode(failure.kind())).orElse(ExitCode.DONE);
    }

    private static int exitCode(FailureKind kind) {
        return switch (kind) {
            case ROOM, REMOVED -> ExitCode.CONFIGURATION;
            case DIRECTORY -> ExitCode.API;
            default -> ExitCode.DELIVERY;
        };
    }
}
