package com.giosg.chatreports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Delivery;
import com.giosg.chatreports.ledger.Gap;
import com.giosg.chatreports.ledger.InMemoryLedger;
import com.giosg.chatreports.ledger.Ledger;
import com.giosg.chatreports.ledger.PlannedRuns;
import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.SlowPhase;
import com.giosg.chatreports.row.SealedFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What commands say became of a run. */
class RunResultTest {

    private static final Delivery PAGE =
            Delivery.pending("r1", "page", 1, "a.html", new SealedFile(Path.of("a.html"), 5, 8));

    private final Ledger ledger = new InMemoryLedger();

    @BeforeEach
    void plan() {
        ledger.plan(PlannedRuns.planned("r1"), List.of("a"));
        ledger.gap("r1", "a", new Gap(FailureKind.REJECTED, "no", 1));
    }

    @Test
    void whatWasDeliveredBeforeAVainRefillIsNotKeptBack() {
        ledger.seal("r1", List.of(PAGE));
        ledger.note(PAGE.in(Delivery.State.CONFIRMED, "out/a.html"));
        ledger.refill("r1", new SlowPhase(1, Instant.EPOCH, Instant.EPOCH));
        ledger.giveUpPostponed("r1");
        ledger.move("r1", Run.State.DONE_WITH_GAPS);

        assertThat(result().isKeptBack()).isFalse();
        assertThat(result().unsent()).isEmpty();
        assertThat(result().latestDeliveries()).extracting(Delivery::detail).containsExactly("out/a.html");
    }

    /** Whoever has it made anew is not told that it was sent because it was once. */
    @Test
    void whatIsMadeAnewReplacesWhatWasDeliveredFromTheStart() {
        ledger.seal("r1", List.of(PAGE));
        ledger.note(PAGE.in(Delivery.State.CONFIRMED, "out/a.html"));
        ledger.move("r1", Run.State.DONE_WITH_GAPS);
        ledger.anew("r1");
        ledger.note("r1", "not sent: nothing happened");
        ledger.seal("r1", List.of());
        ledger.move("r1", Run.State.DONE);

        assertThat(result().latestDeliveries()).isEmpty();
        assertThat(result().unsent()).contains("not sent: nothing happened");
    }

    @Test
    void everyTeamThatGotNothingIsSaidAndNothingElse() {
        ledger.note("r1", "not sent to the team Sales: nothing happened");
        ledger.note("r1", "not sent to the team Care: nothing happened");
        ledger.note("r1", "names are missing");
        ledger.seal("r1", List.of());
        ledger.move("r1", Run.State.DONE);

        assertThat(result().why())
                .isEqualTo("not sent to the team Sales: nothing happened; not sent to the team Care: nothing happened");
    }

    private RunResult result() {
        return RunResult.of(ledger, "r1");
    }
}
