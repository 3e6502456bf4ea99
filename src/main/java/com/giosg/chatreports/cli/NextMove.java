package com.giosg.chatreports.cli;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.RunFailure;

/** What can be done about a run, in words. */
final class NextMove {

    private NextMove() {}

    static String of(RunResult result) {
        if (result.run().nextTry().isPresent()) {
            return "nothing: start tries it again at %s; sooner: chat-reports retry %s"
                    .formatted(result.nextTry(), result.run().id());
        }
        return switch (result.run().state()) {
            case DONE -> result.isKeptBack() ? "nothing, it was not to be sent" : "nothing, everything is delivered";
            case DONE_WITH_GAPS ->
                "mend what the gaps name, then make the report again: chat-reports run "
                        + result.run().report();
            case CANCELLED ->
                "make the report again: chat-reports run " + result.run().report();
            case SKIPPED ->
                "nothing, unless it is wanted: chat-reports retry %s makes it, chat-reports backfill %s all of some days"
                        .formatted(result.run().id(), result.run().report());
            case FAILED -> failed(result);
            default -> "nothing: it is going on, or the next start takes it up";
        };
    }

    private static boolean failed(Delivery delivery) {
        return delivery.state() == Delivery.State.FAILED && !delivery.isNotice();
    }

    private static String failed(RunResult result) {
        String retry = "then: chat-reports retry " + result.run().id();
        if (result.deliveries().stream().anyMatch(NextMove::failed)) {
            return "mend the sink, " + retry;
        }
        String mend = result.run()
                .failure()
                .map(RunFailure::kind)
                .or(() -> result.gaps().stream()
                        .flatMap(entry -> entry.gap().stream())
                        .map(gap -> gap.kind())
                        .findFirst())
                .map(kind -> kind.nextMove())
                .orElse("mend it");
        return mend + "; " + retry;
    }
}
