package com.giosg.chatreports.cli;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.Generations;
import com.giosg.chatreports.ledger.KeptBack;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.NextMove;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.RunFailure;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.SideRequests;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.time.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the ledger says about a run.
 *
 * @param run the run itself
 * @param requests what became of each request that makes rows
 * @param sideRequests what became of the others, which the rows are none the worse without
 * @param deliveries what became of each artifact; of earlier generations only of those that arrived
 */
record RunResult(Run run, List<RequestEntry> requests, List<RequestEntry> sideRequests, List<Delivery> deliveries) {

    static RunResult of(Ledger ledger, String runId) {
        Map<Boolean, List<RequestEntry>> requests = ledger.requests(runId).stream()
                .collect(Collectors.partitioningBy(entry -> SideRequests.isOne(entry.requestId())));
        Run run = ledger.run(runId).orElseThrow();
        List<Delivery> deliveries = Generations.known(run, ledger.deliveries(runId));
        return new RunResult(run, requests.get(false), requests.get(true), deliveries);
    }

    /** Those of the generation that was made last. */
    List<Delivery> latestDeliveries() {
        return Generations.latest(run, deliveries);
    }

    /** Whether all went well, and the report was not to be sent; its notes say why. */
    boolean isKeptBack() {
        return KeptBack.is(run, latestDeliveries());
    }

    /** Why it was not sent, or not made; empty: it was, or was to be. */
    Optional<String> unsent() {
        return Optional.of(String.join("; ", KeptBack.causes(run, latestDeliveries())))
                .filter(causes -> !causes.isEmpty());
    }

    /** Why nothing was delivered, where a delivery cannot say so; a dash where nothing is to be said. */
    String why() {
        return run.failure().map(RunFailure::cause).or(this::unsent).orElse("-");
    }

    /** Everything that was asked. */
    List<RequestEntry> allRequests() {
        return Stream.concat(requests.stream(), sideRequests.stream()).toList();
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

    /** What can be done about it, in words. */
    String nextMove() {
        return NextMove.of(
                run,
                isKeptBack(),
                deliveries.stream()
                        .anyMatch(delivery -> delivery.state() == Delivery.State.FAILED && !delivery.isNotice()),
                gaps().stream()
                        .flatMap(entry -> entry.gap().stream())
                        .map(Gap::kind)
                        .findFirst());
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
        if (run.state() == Run.State.CANCELLED) {
            return ExitCode.DELIVERY;
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
