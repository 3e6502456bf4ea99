package com.giosg.chatreports.cli;

import com.giosg.chatreports.format.view.Count;
import com.giosg.chatreports.ledger.Addressee;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.request.FailureKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What went wrong in runs, in a line for each cause: what it cost, why, and the next move. */
final class FailureLines {

    private FailureLines() {}

    static List<String> of(List<RunResult> results) {
        return of(
                results,
                result -> "mend it, then: chat-reports retry " + result.run().id());
    }

    /** The same of what was made to be looked at: no ledger knows of it afterwards. */
    static List<String> ofPreviews(List<RunResult> results) {
        return of(results, result -> PreviewFailures.AGAIN);
    }

    private static List<String> of(List<RunResult> results, Function<RunResult, String> repair) {
        List<String> lines = new ArrayList<>(gaps(results));
        Function<RunResult, String> names = names(results);
        for (RunResult result : results) {
            String name = names.apply(result);
            waiting(result, name).ifPresent(lines::add);
            result.run()
                    .failure()
                    .map(failure -> line(name, failure.cause(), failure.kind().nextMove()))
                    .ifPresent(lines::add);
            result.deliveries().stream()
                    .flatMap(delivery -> next(result, delivery, repair).stream()
                            .map(next -> line(name + ", sink " + Addressee.of(delivery), delivery.detail(), next)))
                    // What follows a failed batch was not tried for one and the same reason.
                    .distinct()
                    .forEach(lines::add);
        }
        return lines;
    }

    /** By its window as well, where there are several runs of a report for an organization. */
    private static Function<RunResult, String> names(List<RunResult> results) {
        boolean several = results.stream().map(FailureLines::name).distinct().count() < results.size();
        return several
                ? result -> name(result) + " for " + result.run().window().label()
                : FailureLines::name;
    }

    private static String name(RunResult result) {
        return result.run().report() + " of " + result.run().organization();
    }

    /** The next move; empty where nothing failed. */
    private static Optional<String> next(RunResult result, Delivery delivery, Function<RunResult, String> repair) {
        return switch (delivery.state()) {
            case FAILED -> Optional.of(repair.apply(result));
            case WAITING -> Optional.of("nothing; it is tried again at " + result.local(delivery.nextTry()));
            default -> Optional.empty();
        };
    }

    private static Optional<String> waiting(RunResult result, String name) {
        return result.postponed().stream()
                .flatMap(entry -> entry.postponed().stream())
                .findFirst()
                .map(first -> line(
                        name,
                        "%s not answered so far (%s): %s"
                                .formatted(
                                        asked(result.postponed().size(), result),
                                        first.kind().id(),
                                        first.cause()),
                        "nothing; they are asked again at " + result.nextTry()));
    }

    /** E.g. {@code 1 of 8 requests was}. */
    static String asked(int some, RunResult result) {
        return Count.of(some, result.requests().size(), "request") + (some == 1 ? " was" : " were");
    }

    private static String line(String name, String cause, String next) {
        return "%s: %s. Next: %s".formatted(name, cause, next);
    }

    /** One cause often costs many figures; what is wrong with a token costs those of every report. */
    private static List<String> gaps(List<RunResult> results) {
        Map<Cause, List<RunResult>> byCause = new LinkedHashMap<>();
        for (RunResult result : results) {
            causes(result).distinct().forEach(cause -> byCause.computeIfAbsent(cause, first -> new ArrayList<>())
                    .add(result));
        }
        Function<RunResult, String> names = names(results);
        return byCause.entrySet().stream()
                .map(entry -> gaps(entry.getKey(), entry.getValue(), names))
                .toList();
    }

    private static String gaps(Cause cause, List<RunResult> hit, Function<RunResult, String> names) {
        String reports =
                hit.stream().map(result -> result.run().report()).distinct().collect(Collectors.joining(", "));
        return "%s: %s failed (%s): %s. Next: %s"
                .formatted(
                        hit.size() == 1 ? names.apply(hit.get(0)) : reports + " of " + cause.organization(),
                        Count.of(
                                hit.stream()
                                        .flatMap(FailureLines::causes)
                                        .filter(cause::equals)
                                        .count(),
                                hit.stream()
                                        .mapToInt(result -> result.requests().size())
                                        .sum(),
                                "request"),
                        cause.kind().id(),
                        cause.words(),
                        cause.kind().nextMove());
    }

    private static Stream<Cause> causes(RunResult result) {
        return result.gaps().stream()
                .map(entry -> Cause.of(result.run(), entry.gap().orElseThrow()));
    }

    /** The run is empty where the cause is the same for every report of the organization. */
    private record Cause(String run, String organization, FailureKind kind, String words) {

        static Cause of(Run run, Gap gap) {
            return new Cause(gap.kind().concernsToken() ? "" : run.id(), run.organization(), gap.kind(), gap.cause());
        }
    }
}
