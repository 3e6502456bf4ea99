package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Report;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.facts.ReportFacts.Missing;
import com.giosg.chatreports.format.facts.ReportFacts.Source;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.request.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the artifacts of a run say besides its rows. */
final class RunFacts {

    private RunFacts() {}

    static ReportFacts of(ActiveRun run, List<RequestEntry> entries, Map<String, Integer> neverZero) {
        Report report = run.report();
        return new ReportFacts(
                report.language(),
                report.title(),
                run.organization().name(),
                Optional.empty(),
                run.organization().look(),
                run.run().window(),
                report.granularity(),
                report.metrics(),
                report.scopes(),
                run.askedAt(),
                gaps(run, entries),
                Yardsticks.of(run, entries, neverZero),
                new Source(report.name(), run.id(), Version.text()));
    }

    /** A question that was asked in parts is missing once. */
    private static List<Missing> gaps(ActiveRun run, List<RequestEntry> entries) {
        Map<String, RequestEntry> byRequest =
                entries.stream().collect(Collectors.toMap(RequestEntry::requestId, Function.identity()));
        return run.requests().stream()
                .flatMap(request -> gap(request, byRequest.get(request.id())))
                .distinct()
                .toList();
    }

    private static Stream<Missing> gap(Request request, RequestEntry entry) {
        return entry.gap().stream().map(gap -> new Missing(request.metric(), request.scope(), gap.kind()));
    }
}
