package com.giosg.chatreports.route;

import com.giosg.chatreports.config.Measures.Send;
import com.giosg.chatreports.format.facts.ReportFacts;
import com.giosg.chatreports.format.view.ReportViews;
import com.giosg.chatreports.format.view.Room;
import com.giosg.chatreports.format.view.Unsent;
import com.giosg.chatreports.ledger.KeptBack;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.row.Part;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Whether the report wants a run delivered. One that is kept back ends like any other, and whoever says that it ended says why.
 *
 * @param ledger keeps why it was not
 */
record Sending(Ledger ledger) {

    /** What is made of a run whose rows are there. */
    interface Rule {
        boolean isDue(ActiveRun run, ReportFacts facts, List<Part> parts) throws IOException;
    }

    boolean isDue(ActiveRun run, ReportFacts facts, List<Part> parts) throws IOException {
        Optional<String> reason = reason(run, facts, parts);
        reason.ifPresent(why -> note(run, "%s%s: %s".formatted(KeptBack.NOTE, about(facts), why)));
        return reason.isEmpty();
    }

    /** Whoever looks at it before it is delivered sees it in any case. */
    boolean isDueOrWouldNotBe(ActiveRun run, ReportFacts facts, List<Part> parts) throws IOException {
        reason(run, facts, parts).ifPresent(why -> note(run, "would not be sent%s: %s".formatted(about(facts), why)));
        return true;
    }

    private static Optional<String> reason(ActiveRun run, ReportFacts facts, List<Part> parts) throws IOException {
        Send send = run.report().measures().send();
        // Targets are the organization's: whether they are missed was decided for all.
        boolean decided = send == Send.ALWAYS || (facts.team().isPresent() && send == Send.WHEN_TARGET_MISSED);
        return decided
                ? Optional.empty()
                : Unsent.why(send, ReportViews.of(facts, parts, Room.TOTALS))
                        .map(why -> "%s (send: %s)".formatted(why, send.id()));
    }

    private static String about(ReportFacts facts) {
        return facts.team().map(team -> " to the team " + team.name()).orElse("");
    }

    /** A process that died in between has noted it already. */
    private void note(ActiveRun run, String note) {
        boolean known = ledger.run(run.id())
                .filter(noted -> noted.notes().contains(note))
                .isPresent();
        if (!known) {
            ledger.note(run.id(), note);
        }
    }
}
