package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.time.Window;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
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

    @Test
    void aRunThatFellDueIsPlannedTogetherWithItsCursorAndOnlyOnce() {
        assertThat(ledger.cursor("daily", "acme")).isEmpty();

        assertThat(ledger.planDue(RUN, List.of("a"))).isTrue();
        assertThat(ledger.planDue(RUN, List.of("a"))).isFalse();

        assertThat(ledger.cursor("daily", "acme")).contains(RUN.due());
        assertThat(ledger.cursor("daily", "beta")).isEmpty();
        assertThat(ledger.requests("r1")).hasSize(1);
    }

    @Test
    void theCursorNeverMovesBack() {
        ledger.pass("daily", "acme", RUN.due().plusSeconds(1));
        ledger.pass("daily", "acme", RUN.due());

        assertThat(ledger.cursor("daily", "acme")).contains(RUN.due().plusSeconds(1));
        assertThat(ledger.planDue(RUN, List.of())).isFalse();
        assertThat(ledger.run("r1")).isEmpty();
    }

    @Test
    void unfinishedIsWhatIsNotOver() {
        ledger.plan(RUN, List.of());
        assertThat(ledger.unfinished()).containsExactly(RUN);

        ledger.move("r1", Run.State.DONE);
        assertThat(ledger.unfinished()).isEmpty();
    }

    @Test
    void forgetsTheOldestRunsThatAreOverAndNoOther() {
        Ledger small = new InMemoryLedger(2);
        for (int number = 0; number < 10; number++) {
            small.planDue(run(number), List.of("a"));
        }
        for (int number = 1; number < 10; number++) {
            small.fail("r" + number, new RunFailure(FailureKind.DEFECT, "failed"));
            small.move("r" + number, Run.State.FAILED);
        }

        assertThat(small.unfinished()).extracting(Run::id).containsExactly("r0");
        assertThat(small.requests("r0")).hasSize(1);
        assertThat(small.run("r7")).isEmpty();
        assertThat(small.run("r8")).isPresent();
        assertThat(small.planDue(run(7), List.of())).isFalse();
    }

    private static Run run(int number) {
        return new Run(
                "r" + number,
                "daily",
                "acme",
                Instant.EPOCH.plusSeconds(number),
                RUN.window(),
                Run.State.PLANNED,
                List.of(),
                Optional.empty());
    }

    @Test
    void whoeverObservesIsToldOfEachRunThatIsOver() {
        List<String> over = new ArrayList<>();
        Ledger observed = new ObservedLedger(ledger, over::add);
        observed.plan(RUN, List.of());
        observed.plan(run(2), List.of());

        observed.move("r1", Run.State.FETCHING);
        assertThat(over).isEmpty();
        observed.move("r1", Run.State.DONE_WITH_GAPS);
        observed.move("r1", Run.State.DONE_WITH_GAPS);
        observed.fail("r2", new RunFailure(FailureKind.STORAGE, "no space left"));

        assertThat(over).containsExactly("r1", "r2");
        assertThat(ledger.run("r2").orElseThrow().state()).isEqualTo(Run.State.FAILED);
    }
}
