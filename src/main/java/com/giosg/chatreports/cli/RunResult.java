package com.giosg.chatreports.cli;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.row.Part;
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
                .count();
    }

    long answered() {
        return requests.stream().filter(request -> request.part().isPresent()).count();
    }

    List<RequestEntry> gaps() {
        return requests.stream().filter(request -> request.gap().isPresent()).toList();
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
        if (deliveries.stream().anyMatch(delivery -> delivery.state() == Delivery.State.FAILED)) {
            return ExitCode.DELIVERY;
        }
        if (!gaps().isEmpty()) {
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
