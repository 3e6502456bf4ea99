package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.time.Window;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the ledger remembers. */
class InMemoryLedgerTest {

    private static final LocalDate DAY = LocalDate.of(2020, 10, 29);
    private static final Run RUN = new Run(
            "r1",
            "daily",
            "acme",
            Instant.EPOCH,
            new Window(DAY, DAY, ZoneOffset.UTC),
            Run.State.PLANNED,
            List.of(),
            Optional.empty());
    private static final Part PART = new Part(Path.of("part"), 2, 0, false);
    private static final Gap GAP = new Gap(FailureKind.SERVER_ERROR, "out of order", 5);

    private final Ledger ledger = new InMemoryLedger();

    @Test
    void aRunIsPlannedOnce() {
        assertThat(ledger.plan(RUN, List.of("a", "b"))).isTrue();
        ledger.answered("r1", "a", PART);

        assertThat(ledger.plan(RUN, List.of("c"))).isFalse();

        assertThat(ledger.requests("r1")).extracting(RequestEntry::requestId).containsExactly("a", "b");
        assertThat(ledger.requests("r1")).extracting(RequestEntry::isOpen).containsExactly(false, true);
    }

    @Test
    void requestsKeepTheOrderInWhichTheyWerePlanned() {
        ledger.plan(RUN, List.of("b", "a"));

        ledger.gap("r1", "a", GAP);
        ledger.answered("r1", "b", PART);

        assertThat(ledger.requests("r1"))
                .containsExactly(
                        new RequestEntry("r1", "b", Optional.of(PART), Optional.empty()),
                        new RequestEntry("r1", "a", Optional.empty(), Optional.of(GAP)));
    }

    @Test
    void aGapIsClosedByALaterAnswer() {
        ledger.plan(RUN, List.of("a"));
        ledger.gap("r1", "a", GAP);

        ledger.answered("r1", "a", PART);

        assertThat(ledger.requests("r1").get(0).gap()).isEmpty();
    }

    @Test
    void aRunMovesAndNothingElseOfItChanges() {
        ledger.plan(RUN, List.of());

        ledger.move("r1", Run.State.SEALED);

        assertThat(ledger.run("r1")).contains(RUN.in(Run.State.SEALED));
    }

    @Test
    void theLatestNoteOfADeliveryCounts() {
        ledger.plan(RUN, List.of());
        Delivery first = Delivery.pending("r1", "archive", 1, "report.csv", Path.of("artifact"));
        Delivery second = Delivery.pending("r1", "board", 1, "report.csv", Path.of("artifact"));
        ledger.note(first);
        ledger.note(second);

        ledger.note(first.in(Delivery.State.CONFIRMED, "out/report.csv"));

        assertThat(ledger.deliveries("r1"))
                .containsExactly(first.in(Delivery.State.CONFIRMED, "out/report.csv"), second);
    }

    @Test
    void nothingIsKnownOfARunThatNobodyPlanned() {
        ledger.move("r2", Run.State.DONE);

        assertThat(ledger.run("r2")).isEmpty();
        assertThat(ledger.requests("r2")).isEmpty();
        assertThat(ledger.deliveries("r2")).isEmpty();
    }

    @Test
    void knowsWhyARunCameToNothing() {
        ledger.plan(RUN, List.of("0001"));
        RunFailure failure = new RunFailure(FailureKind.STORAGE, "no space left");
        ledger.fail(RUN.id(), failure);
        assertThat(ledger.run(RUN.id())).get().satisfies(run -> {
            assertThat(run.state()).isEqualTo(Run.State.FAILED);
            assertThat(run.failure()).contains(failure);
        });
    }
}
