package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Placeholders;
import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.format.ReportFacts;
import com.giosg.chatreports.format.ReportFacts.Failure;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.request.Request;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the artifacts of a run say besides its rows. */
final class RunFacts {

    private RunFacts() {}

    static ReportFacts of(ActiveRun run, List<RequestEntry> entries) {
        Report report = run.report();
        return new ReportFacts(
                title(run),
                run.organization().name(),
                run.run().window(),
                report.granularity(),
                report.metrics(),
                report.scopes(),
                run.askedAt(),
                failures(run, entries));
    }

    /** Readers know the organization by its name, not by its key. */
    private static String title(ActiveRun run) {
        String window = run.run().window().label();
        return new Placeholders(run.report().name(), run.organization().name(), window, "", "")
                .expand(run.report().title());
    }

    private static List<Failure> failures(ActiveRun run, List<RequestEntry> entries) {
        Map<String, RequestEntry> byRequest =
                entries.stream().collect(Collectors.toMap(RequestEntry::requestId, Function.identity()));
        return run.requests().stream()
                .flatMap(request -> failure(request, byRequest.get(request.id())))
                .toList();
    }

    private static Stream<Failure> failure(Request request, RequestEntry entry) {
        return entry.gap().stream()
                .map(gap -> new Failure(request.metric().id(), request.scope().id(), gap.cause()));
    }
}
