package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Configuration;
import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.format.status.RunPage;
import com.giosg.chatreports.format.status.RunView;
import com.giosg.chatreports.format.status.State;
import com.giosg.chatreports.format.status.StatusPage;
import com.giosg.chatreports.format.view.Count;
import com.giosg.chatreports.ledger.Addressee;
import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.KeptBack;
import com.giosg.chatreports.ledger.RequestEntry;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.ledger.RunFailure;
import com.giosg.chatreports.ledger.RunSummary;
import com.giosg.chatreports.ledger.RunSummary.SinkSummary;
import com.giosg.chatreports.time.Times;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts runs into words for one page. */
final class RunViews {

    /** The lines of its requests say them all. */
    private static final int MOST_CAUSES = 3;

    private final Configuration configuration;

    /** The same causes come again and again, and finding every secret in one takes a while. */
    private final Map<String, String> masked = new HashMap<>();

    RunViews(Configuration configuration) {
        this.configuration = configuration;
    }

    /** Words without secrets: what peers and libraries said is in the ledger too. */
    String masked(String words) {
        return masked.computeIfAbsent(words, configuration::withoutSecrets);
    }

    RunView run(RunSummary summary) {
        Run run = summary.run();
        return new RunView(
                run.id(),
                href(run.id()),
                run.report(),
                organization(run),
                summary.local(run.due()),
                run.window().label().replace("_", " – "),
                state(run, summary.isKeptBack()),
                answered(summary),
                summary.rows(),
                few(causes(summary).map(this::masked).toList()),
                summary.sinks().stream().map(sink -> sink(summary, sink)).toList(),
                summary.nextMove());
    }

    static String href(String runId) {
        return "/runs/" + runId;
    }

    private static String page(String runId, String sink, int number) {
        return "%s/pages/%s/%d".formatted(href(runId), sink, number);
    }

    private String organization(Run run) {
        return Optional.ofNullable(configuration.organizations().get(run.organization()))
                .map(Organization::name)
                .orElse(run.organization());
    }

    static State state(Run run, boolean keptBack) {
        if (run.nextTry().isPresent()) {
            return State.warn("waits");
        }
        return switch (run.state()) {
            case DONE -> keptBack ? State.good(KeptBack.NOTE) : State.good("done");
            case DONE_WITH_GAPS -> State.warn("done with gaps");
            case FAILED -> State.bad("failed");
            case CANCELLED -> State.plain("stopped");
            case SKIPPED -> State.plain("skipped");
            default -> State.GOING;
        };
    }

    private static String answered(RunSummary summary) {
        int missing = summary.missing().stream()
                .mapToInt(RunSummary.Missing::requests)
                .sum();
        if (summary.gaps() > 0) {
            return Count.of(summary.gaps(), summary.requests(), "request")
                    + (summary.gaps() == 1 ? " is a gap" : " are gaps");
        }
        return missing > 0
                ? Count.of(missing, summary.requests(), "request") + " not answered so far"
                : Count.of(summary.requests(), "request");
    }

    private static List<String> few(List<String> causes) {
        return causes.size() <= MOST_CAUSES
                ? causes
                : Stream.concat(
                                causes.stream().limit(MOST_CAUSES),
                                Stream.of("and %d more causes".formatted(causes.size() - MOST_CAUSES)))
                        .toList();
    }

    private static Stream<String> causes(RunSummary summary) {
        return Stream.of(
                        summary.run().failure().stream().map(RunFailure::cause),
                        summary.missing().stream().map(missing -> "%s: %s"
                                .formatted(missing.kind().id(), missing.cause())),
                        summary.unsent().stream())
                .flatMap(each -> each);
    }

    /** Why something did not arrive, each cause once. */
    List<String> undelivered(List<Delivery> deliveries) {
        return few(deliveries.stream()
                .filter(delivery ->
                        delivery.state() == Delivery.State.FAILED || delivery.state() == Delivery.State.WAITING)
                .map(delivery -> "sink %s: %s".formatted(Addressee.of(delivery), masked(delivery.detail())))
                .distinct()
                .toList());
    }

    private RunView.SinkView sink(RunSummary summary, SinkSummary sink) {
        return new RunView.SinkView(
                sink.notice() ? sink.sink() + " (notice)" : sink.sink(),
                state(sink),
                masked(sink.detail()),
                sink.pages(),
                pages(summary.run().id(), sink));
    }

    /** Where there are several, the page of the run lists them. */
    private static List<String> pages(String runId, SinkSummary sink) {
        if (sink.pages() == 0) {
            return List.of();
        }
        return List.of(
                sink.page().map(number -> page(runId, sink.sink(), number)).orElse(href(runId) + "#deliveries"));
    }

    private static State state(SinkSummary sink) {
        String some = sink.confirmed() == 0 ? "" : "%d of %d delivered".formatted(sink.confirmed(), sink.artifacts());
        if (sink.failed() > 0) {
            return State.bad(some.isEmpty() ? "failed" : some);
        }
        if (sink.waiting() > 0) {
            return State.warn(some.isEmpty() ? "waits" : some + ", the rest waits");
        }
        if (sink.confirmed() < sink.artifacts()) {
            return State.GOING;
        }
        return State.good(sink.artifacts() > 1 ? "delivered (%d)".formatted(sink.artifacts()) : "delivered");
    }

    StatusPage.Skipped skipped(Run run) {
        return new StatusPage.Skipped(
                run.report(),
                organization(run),
                Times.print(run.due().atZone(run.window().zone())),
                masked(String.join(" ", run.notes())),
                href(run.id()));
    }

    RunPage.RequestLine request(RequestEntry entry) {
        Optional<Gap> failure = entry.gap().or(entry::postponed);
        return new RunPage.RequestLine(
                entry.requestId(),
                state(entry),
                entry.part().map(part -> String.valueOf(part.rows())).orElse(""),
                failure.map(gap -> String.valueOf(gap.tries())).orElse(""),
                failure.map(Gap::cause).map(this::masked).orElse(""),
                failure.map(gap -> gap.kind().nextMove()).orElse(""));
    }

    private static State state(RequestEntry entry) {
        if (entry.postponed().isPresent()) {
            return State.warn(entry.words());
        }
        if (entry.gap().isPresent()) {
            return State.bad(entry.words());
        }
        return entry.isOpen() ? State.plain(entry.words()) : State.good(entry.words());
    }

    RunPage.DeliveryLine delivery(RunSummary summary, Delivery delivery) {
        return new RunPage.DeliveryLine(
                Addressee.of(delivery),
                delivery.fileName(),
                delivery.artifact().size() < 0
                        ? ""
                        : Count.ofBytes(delivery.artifact().size()),
                state(delivery),
                masked(delivery.detail()),
                delivery.nextTry().map(summary::local).orElse(""),
                StatusPages.isPage(delivery)
                        ? List.of(page(delivery.runId(), delivery.sink(), delivery.number()))
                        : List.of());
    }

    private static State state(Delivery delivery) {
        return switch (delivery.state()) {
            case CONFIRMED -> State.good(delivery.isNotice() ? "notice delivered" : "delivered");
            case FAILED -> State.bad("failed");
            case WAITING -> State.warn("waits");
            default -> State.GOING;
        };
    }
}
