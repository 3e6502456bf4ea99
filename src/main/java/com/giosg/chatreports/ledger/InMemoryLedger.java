package com.giosg.chatreports.ledger;

import com.giosg.chatreports.row.Part;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger that lasts as long as the process. */
public final class InMemoryLedger implements Ledger {

    private final Map<String, Run> runs = new HashMap<>();
    private final Map<String, Map<String, RequestEntry>> requests = new HashMap<>();
    private final Map<String, Map<String, Delivery>> deliveries = new HashMap<>();

    @Override
    public synchronized boolean plan(Run run, List<String> requestIds) {
        if (runs.putIfAbsent(run.id(), run) != null) {
            return false;
        }
        Map<String, RequestEntry> entries = new LinkedHashMap<>();
        requestIds.forEach(id -> entries.put(id, RequestEntry.open(run.id(), id)));
        requests.put(run.id(), entries);
        deliveries.put(run.id(), new LinkedHashMap<>());
        return true;
    }

    @Override
    public synchronized Optional<Run> run(String runId) {
        return Optional.ofNullable(runs.get(runId));
    }

    @Override
    public synchronized void move(String runId, Run.State state) {
        runs.computeIfPresent(runId, (id, run) -> run.in(state));
    }

    @Override
    public synchronized void fail(String runId, RunFailure failure) {
        runs.computeIfPresent(runId, (id, run) -> run.failed(failure));
    }

    @Override
    public synchronized void note(String runId, String note) {
        runs.computeIfPresent(runId, (id, run) -> run.noted(note));
    }

    @Override
    public synchronized List<RequestEntry> requests(String runId) {
        return List.copyOf(requests.getOrDefault(runId, Map.of()).values());
    }

    @Override
    public synchronized void answered(String runId, String requestId, Part part) {
        settle(new RequestEntry(runId, requestId, Optional.of(part), Optional.empty()));
    }

    @Override
    public synchronized void gap(String runId, String requestId, Gap gap) {
        settle(new RequestEntry(runId, requestId, Optional.empty(), Optional.of(gap)));
    }

    private void settle(RequestEntry entry) {
        requests.get(entry.runId()).put(entry.requestId(), entry);
    }

    @Override
    public synchronized void note(Delivery delivery) {
        deliveries.get(delivery.runId()).put(delivery.key(), delivery);
    }

    @Override
    public synchronized List<Delivery> deliveries(String runId) {
        return List.copyOf(deliveries.getOrDefault(runId, Map.of()).values());
    }
}
