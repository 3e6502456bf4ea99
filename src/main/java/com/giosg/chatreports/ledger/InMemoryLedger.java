package com.giosg.chatreports.ledger;

import com.giosg.chatreports.request.SlowPhase;
import com.giosg.chatreports.row.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ledger that lasts as long as the process. */
public final class InMemoryLedger implements Ledger {

    private final Map<String, InMemoryRun> runs = new LinkedHashMap<>();
    private final Map<Watched, Instant> cursors = new HashMap<>();

    private record Watched(String report, String organization) {}

    @Override
    public synchronized boolean plan(Run run, List<String> requestIds) {
        return runs.putIfAbsent(run.id(), new InMemoryRun(run, requestIds)) == null;
    }

    @Override
    public synchronized boolean planDue(Run run, List<String> requestIds, List<Run> skipped) {
        return pass(run.report(), run.organization(), run.due(), skipped) && plan(run, requestIds);
    }

    @Override
    public synchronized Optional<Instant> cursor(String report, String organization) {
        return Optional.ofNullable(cursors.get(new Watched(report, organization)));
    }

    @Override
    public synchronized boolean pass(String report, String organization, Instant until, List<Run> skipped) {
        Watched watched = new Watched(report, organization);
        if (!cursors.getOrDefault(watched, Instant.MIN).isBefore(until)) {
            return false;
        }
        skipped.forEach(run -> plan(run, List.of()));
        cursors.put(watched, until);
        return true;
    }

    @Override
    public synchronized Optional<Run> run(String runId) {
        return find(runId).map(InMemoryRun::run);
    }

    /** In the order in which they were planned. */
    synchronized List<Run> all() {
        return runs.values().stream().map(InMemoryRun::run).toList();
    }

    @Override
    public synchronized List<Run> before(Run run, int most) {
        List<Run> all = new ArrayList<>(all());
        Collections.reverse(all);
        return all.stream()
                .filter(earlier -> earlier.report().equals(run.report())
                        && earlier.organization().equals(run.organization())
                        && (earlier.state() == Run.State.DONE || earlier.state() == Run.State.DONE_WITH_GAPS)
                        && earlier.window().lastDay().isBefore(run.window().firstDay()))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<Run> unfinished() {
        return all().stream().filter(run -> !run.state().isFinal()).toList();
    }

    @Override
    public synchronized List<String> ready(Instant now) {
        return unfinished().stream()
                .filter(run -> run.nextTry().filter(now::isBefore).isEmpty())
                .map(Run::id)
                .toList();
    }

    @Override
    public synchronized void rest(String runId, Instant until) {
        notOver(runId).ifPresent(entry -> entry.become(entry.run().resting(Optional.of(until))));
    }

    @Override
    public synchronized void askLater(String runId, SlowPhase asking) {
        notOver(runId).ifPresent(entry -> entry.become(entry.run().asked(asking)));
    }

    @Override
    public synchronized boolean refill(String runId, SlowPhase asking) {
        Optional<InMemoryRun> refilled = notOver(runId)
                .filter(entry -> entry.run().state().isSealed()
                        && entry.run().refilling().isEmpty());
        refilled.ifPresent(entry -> entry.refill(asking));
        return refilled.isPresent();
    }

    @Override
    public synchronized void goOn(String runId) {
        find(runId).ifPresent(entry -> entry.become(entry.run().resting(Optional.empty())));
    }

    private Optional<InMemoryRun> notOver(String runId) {
        return find(runId).filter(entry -> !entry.run().state().isFinal());
    }

    @Override
    public synchronized boolean move(String runId, Run.State state) {
        Optional<InMemoryRun> moved =
                find(runId).filter(entry -> entry.run().state().leadsTo(state));
        moved.ifPresent(entry -> entry.become(entry.run().in(state)));
        return moved.isPresent();
    }

    @Override
    public synchronized boolean fail(String runId, RunFailure failure, List<Delivery> notices) {
        Optional<InMemoryRun> failed =
                find(runId).filter(entry -> entry.run().state().leadsTo(Run.State.FAILED));
        failed.ifPresent(entry -> entry.become(entry.run().failed(failure, notices.isEmpty())));
        failed.ifPresent(entry -> notices.forEach(this::note));
        return failed.isPresent();
    }

    @Override
    public synchronized void replan(String runId, String questions, List<String> requestIds) {
        find(runId)
                .filter(entry -> entry.run().state().leadsTo(Run.State.SEALED))
                .ifPresent(entry -> entry.replan(questions, requestIds));
    }

    @Override
    public synchronized void reopen(String runId, String requestId) {
        settle(RequestEntry.open(runId, requestId));
    }

    @Override
    public synchronized void seal(String runId, List<Delivery> deliveries) {
        if (move(runId, Run.State.SEALED)) {
            deliveries.forEach(this::note);
        }
    }

    @Override
    public synchronized boolean retry(String runId) {
        Optional<InMemoryRun> open = find(runId)
                .filter(entry -> entry.run().state().canBeTakenUp()
                        || entry.run().nextTry().isPresent());
        open.ifPresent(InMemoryRun::again);
        return open.isPresent();
    }

    @Override
    public synchronized boolean anew(String runId) {
        Optional<InMemoryRun> over =
                find(runId).filter(entry -> entry.run().state().isFinal());
        over.ifPresent(InMemoryRun::anew);
        return over.isPresent();
    }

    @Override
    public synchronized void note(String runId, String note) {
        find(runId).ifPresent(entry -> entry.become(entry.run().noted(note)));
    }

    @Override
    public synchronized List<RequestEntry> requests(String runId) {
        return find(runId).map(InMemoryRun::requests).orElse(List.of());
    }

    @Override
    public synchronized void answered(String runId, String requestId, Part part) {
        settle(RequestEntry.answered(runId, requestId, part));
    }

    @Override
    public synchronized void gap(String runId, String requestId, Gap gap) {
        settle(RequestEntry.gap(runId, requestId, gap));
    }

    @Override
    public synchronized void postpone(String runId, String requestId, Gap failure) {
        settle(RequestEntry.postponed(runId, requestId, failure));
    }

    @Override
    public synchronized void giveUpPostponed(String runId) {
        find(runId).ifPresent(InMemoryRun::giveUpPostponed);
    }

    private void settle(RequestEntry request) {
        find(request.runId()).ifPresent(entry -> entry.settle(request));
    }

    @Override
    public synchronized void note(Delivery delivery) {
        find(delivery.runId()).ifPresent(entry -> entry.note(delivery));
    }

    @Override
    public synchronized List<Delivery> deliveries(String runId) {
        return find(runId).map(InMemoryRun::deliveries).orElse(List.of());
    }

    @Override
    public synchronized Optional<Delivery> delivery(String runId, String key) {
        return find(runId).flatMap(entry -> entry.delivery(key));
    }

    private Optional<InMemoryRun> find(String runId) {
        return Optional.ofNullable(runs.get(runId));
    }
}
