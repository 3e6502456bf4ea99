package com.giosg.chatreports.ledger;

import com.giosg.chatreports.row.Part;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** A ledger that lasts as long as the process. */
public final class InMemoryLedger implements Ledger {

    private final int most;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<Watched, Instant> cursors = new HashMap<>();

    /** The ids of the runs that are over, the first one first. */
    private final Queue<String> over = new ArrayDeque<>();

    /** One that forgets nothing, for a process that ends. */
    public InMemoryLedger() {
        this(Integer.MAX_VALUE);
    }

    /**
     * One that does not grow.
     *
     * @param most how many runs that are over it remembers
     */
    public InMemoryLedger(int most) {
        this.most = most;
    }

    private record Watched(String report, String organization) {}

    /** A run with its requests and deliveries by their ids, in the order in which they were noted. */
    private static final class Entry {

        private Run run;
        private final Map<String, RequestEntry> requests = new LinkedHashMap<>();
        private final Map<String, Delivery> deliveries = new LinkedHashMap<>();

        Entry(Run run, List<String> requestIds) {
            this.run = run;
            requestIds.forEach(id -> requests.put(id, RequestEntry.open(run.id(), id)));
        }
    }

    @Override
    public synchronized boolean plan(Run run, List<String> requestIds) {
        return entries.putIfAbsent(run.id(), new Entry(run, requestIds)) == null;
    }

    @Override
    public synchronized boolean planDue(Run run, List<String> requestIds) {
        Instant cursor = cursors.getOrDefault(new Watched(run.report(), run.organization()), Instant.MIN);
        if (!cursor.isBefore(run.due()) || !plan(run, requestIds)) {
            return false;
        }
        pass(run.report(), run.organization(), run.due());
        return true;
    }

    @Override
    public synchronized Optional<Instant> cursor(String report, String organization) {
        return Optional.ofNullable(cursors.get(new Watched(report, organization)));
    }

    @Override
    public synchronized void pass(String report, String organization, Instant until) {
        cursors.merge(new Watched(report, organization), until, (now, next) -> next.isAfter(now) ? next : now);
    }

    @Override
    public synchronized Optional<Run> run(String runId) {
        return find(runId).map(entry -> entry.run);
    }

    @Override
    public synchronized List<Run> unfinished() {
        return entries.values().stream()
                .map(entry -> entry.run)
                .filter(run -> !run.state().isFinal())
                .toList();
    }

    @Override
    public synchronized void move(String runId, Run.State state) {
        find(runId).ifPresent(entry -> change(entry, entry.run.in(state)));
    }

    @Override
    public synchronized void fail(String runId, RunFailure failure) {
        find(runId).ifPresent(entry -> change(entry, entry.run.failed(failure)));
    }

    private void change(Entry entry, Run next) {
        boolean ends = next.state().isFinal() && !entry.run.state().isFinal();
        entry.run = next;
        if (ends) {
            over.add(next.id());
        }
        while (over.size() > most) {
            entries.remove(over.remove());
        }
    }

    @Override
    public synchronized void note(String runId, String note) {
        find(runId).ifPresent(entry -> entry.run = entry.run.noted(note));
    }

    @Override
    public synchronized List<RequestEntry> requests(String runId) {
        return find(runId).map(entry -> List.copyOf(entry.requests.values())).orElse(List.of());
    }

    @Override
    public synchronized void answered(String runId, String requestId, Part part) {
        settle(new RequestEntry(runId, requestId, Optional.of(part), Optional.empty()));
    }

    @Override
    public synchronized void gap(String runId, String requestId, Gap gap) {
        settle(new RequestEntry(runId, requestId, Optional.empty(), Optional.of(gap)));
    }

    private void settle(RequestEntry request) {
        entries.get(request.runId()).requests.put(request.requestId(), request);
    }

    @Override
    public synchronized void note(Delivery delivery) {
        entries.get(delivery.runId()).deliveries.put(delivery.key(), delivery);
    }

    @Override
    public synchronized List<Delivery> deliveries(String runId) {
        return find(runId).map(entry -> List.copyOf(entry.deliveries.values())).orElse(List.of());
    }

    @Override
    public synchronized Optional<Delivery> delivery(String runId, String key) {
        return find(runId).map(entry -> entry.deliveries.get(key));
    }

    private Optional<Entry> find(String runId) {
        return Optional.ofNullable(entries.get(runId));
    }
}
