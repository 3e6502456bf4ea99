package com.giosg.chatreports.cli;

import com.giosg.chatreports.format.preview.PreviewPage.Failure;
import com.giosg.chatreports.ledger.Addressee;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.request.FailureKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What went wrong in one run, each cause once. */
final class PreviewFailures {

    static final String AGAIN = "mend what the cause names, then make the preview again";

    private PreviewFailures() {}

    static List<Failure> of(RunResult result) {
        return Stream.of(run(result), gaps(result), deliveries(result))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<Failure> run(RunResult result) {
        return result.run().failure().stream()
                .map(failure -> new Failure(
                        "The run came to nothing",
                        failure.cause(),
                        failure.kind().nextMove(),
                        List.of()));
    }

    private record Cause(FailureKind kind, String words) {}

    private static Stream<Failure> gaps(RunResult result) {
        Map<Cause, List<String>> hit = result.gaps().stream()
                .collect(Collectors.groupingBy(
                        PreviewFailures::cause,
                        LinkedHashMap::new,
                        Collectors.mapping(RequestEntry::requestId, Collectors.toCollection(ArrayList::new))));
        return hit.entrySet().stream()
                .map(each -> new Failure(
                        "%s not answered (%s)"
                                .formatted(
                                        FailureLines.asked(each.getValue().size(), result),
                                        each.getKey().kind().id()),
                        each.getKey().words(),
                        each.getKey().kind().nextMove(),
                        each.getValue()));
    }

    private static Cause cause(RequestEntry entry) {
        return entry.gap().map(gap -> new Cause(gap.kind(), gap.cause())).orElseThrow();
    }

    private static Stream<Failure> deliveries(RunResult result) {
        return result.latestDeliveries().stream()
                .filter(delivery -> delivery.state() == Delivery.State.FAILED)
                .map(delivery -> new Failure(
                        "Sink " + Addressee.of(delivery) + " gets nothing", delivery.detail(), AGAIN, List.of()))
                .distinct();
    }
}
