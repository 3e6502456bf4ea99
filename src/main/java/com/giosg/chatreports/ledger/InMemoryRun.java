package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.SlowPhase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run of a ledger in memory, with its requests and deliveries by their ids, in the order in which they were noted. */
final class InMemoryRun {

    private Run run;
    private final Map<String, RequestEntry> requests = new LinkedHashMap<>();
    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();

    InMemoryRun(Run run, List<String> requestIds) {
        this.run = run;
        ask(requestIds);
    }

    Run run() {
        return run;
    }

    /** How the run is from now on. */
    void become(Run next) {
        run = next;
    }

    List<RequestEntry> requests() {
        return List.copyOf(requests.values());
    }

    List<Delivery> deliveries() {
        return List.copyOf(deliveries.values());
    }

    Optional<Delivery> delivery(String key) {
        return Optional.ofNullable(deliveries.get(key));
    }

    private void ask(List<String> requestIds) {
        requests.clear();
        requestIds.forEach(this::open);
    }

    private void open(String requestId) {
        requests.put(requestId, RequestEntry.open(run.id(), requestId));
    }

    /** Asks other questions than so far. */
    void replan(String questions, List<String> requestIds) {
        run = run.asking(questions);
        ask(requestIds);
    }

    /** Notes what became of a request that the run has. */
    void settle(RequestEntry request) {
        requests.replace(request.requestId(), request);
    }

    void giveUpPostponed() {
        requests.replaceAll((id, request) -> request.postponed()
                .map(failure -> RequestEntry.gap(run.id(), id, failure))
                .orElse(request));
    }

    /** Asks for its gaps again. */
    void refill(SlowPhase asking) {
        List<RequestEntry> gaps =
                requests().stream().filter(request -> request.gap().isPresent()).toList();
        run = run.refilling(gaps.size(), asking);
        gaps.forEach(gap -> settle(
                RequestEntry.postponed(run.id(), gap.requestId(), gap.gap().orElseThrow())));
    }

    void note(Delivery delivery) {
        deliveries.merge(
                delivery.key(), delivery, (noted, next) -> noted.state().isFinal() ? noted : next);
    }

    /** Takes it up: where nothing but notices was made, or requests wait, it asks again; else it delivers what failed. */
    void again() {
        boolean asksAgain = deliveries.values().stream().filter(this::isLatest).allMatch(Delivery::isNotice)
                || requests.values().stream()
                        .anyMatch(request -> request.postponed().isPresent());
        run = run.again(asksAgain ? Run.State.PLANNED : Run.State.DELIVERING);
        if (asksAgain) {
            deliveries.values().removeIf(notice -> isLatest(notice) && notice.state() != Delivery.State.CONFIRMED);
            requests().stream()
                    .filter(request -> request.part().isEmpty())
                    .forEach(request -> open(request.requestId()));
        } else {
            deliveries.replaceAll((key, delivery) -> hasFailed(delivery) ? delivery.anew() : delivery);
        }
    }

    private boolean isLatest(Delivery delivery) {
        return delivery.generation() == run.generation();
    }

    private boolean hasFailed(Delivery delivery) {
        return isLatest(delivery)
                && (delivery.state() == Delivery.State.FAILED || delivery.state() == Delivery.State.WAITING);
    }

    /** Begins from the start, as the next generation. */
    void anew() {
        run = run.anew();
        requests.clear();
        deliveries.replaceAll((key, delivery) ->
                delivery.state().isFinal() ? delivery : delivery.in(Delivery.State.FAILED, Ledger.SUPERSEDED));
    }
}
