package com.giosg.chatreports.route;

import com.giosg.chatreports.format.facts.Yardstick;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.metrics.Metric;
import com.giosg.chatreports.metrics.Scope;
import com.giosg.chatreports.request.Request;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.time.Window;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the figures of a run are measured by, as far as it could be had. */
final class Yardsticks {

    private final Map<String, RequestEntry> entries;

    private Yardsticks(List<RequestEntry> entries) {
        this.entries = entries.stream().collect(Collectors.toMap(RequestEntry::requestId, Function.identity()));
    }

    static Yardstick of(ActiveRun run, List<RequestEntry> entries, Map<String, Integer> neverZero) {
        Window window = run.run().window();
        Map<Boolean, List<Request>> bySort = run.sideRequests().stream()
                .collect(Collectors.partitioningBy(request -> request.window().equals(window)));
        List<Request> earlier = bySort.get(false);
        Yardsticks answers = new Yardsticks(entries);
        return new Yardstick(
                earlier.stream().map(Request::window).findFirst(),
                answers.parts(earlier),
                answers.parts(bySort.get(true)),
                run.report().measures().targets(),
                neverZero);
    }

    private record Question(Metric metric, Scope scope) {}

    /** Of what was asked in several parts, all or none: a sum without one of them would be too small. */
    private List<Part> parts(List<Request> requests) {
        Map<Question, List<Optional<Part>>> byQuestion = requests.stream()
                .collect(Collectors.groupingBy(
                        request -> new Question(request.metric(), request.scope()),
                        LinkedHashMap::new,
                        Collectors.mapping(request -> entries.get(request.id()).part(), Collectors.toList())));
        return byQuestion.values().stream()
                .filter(parts -> parts.stream().allMatch(Optional::isPresent))
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .toList();
    }
}
