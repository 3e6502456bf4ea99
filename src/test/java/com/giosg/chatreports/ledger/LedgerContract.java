package com.giosg.chatreports.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.request.FailureKind;
import com.giosg.chatreports.request.SlowPhase;
import com.giosg.chatreports.row.Part;
import com.giosg.chatreports.row.SealedFile;
import com.giosg.chatreports.time.Window;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every ledger remembers. */
abstract class LedgerContract {

    static final Run RUN = PlannedRuns.planned("r1");
    static final Part PART = new Part(Path.of("/data/runs/r1/parts/a.csv"), 2, 7, true);
    static final SealedFile ARTIFACT = new SealedFile(Path.of("/data/runs/r1/artifacts/a.csv"), 5, 8);
    static final Instant LATER = Instant.ofEpochSecond(300);
    static final SlowPhase SLOW = new SlowPhase(1, Instant.EPOCH, LATER);
    static final Gap GAP = new Gap(FailureKind.SERVER_ERROR, "out of order", 5);

    /** An empty one. */
    abstract Ledger ledger();

    @Test
    void aRunIsPlannedOnce() {
        assertThat(ledger().plan(RUN, List.of("a", "b"))).isTrue();
        ledger().answered("r1", "a", PART);

        assertThat(ledger().plan(RUN, List.of("c"))).isFalse();

        assertThat(ledger().requests("r1")).extracting(RequestEntry::requestId).containsExactly("a", "b");
        assertThat(ledger().requests("r1")).extracting(RequestEntry::isOpen).containsExactly(false, true);
    }

    @Test
    void requestsKeepTheOrderInWhichTheyWerePlanned() {
        ledger().plan(RUN, List.of("b", "a"));

        ledger().gap("r1", "a", GAP);
        ledger().answered("r1", "b", PART);

        assertThat(ledger().requests("r1"))
                .containsExactly(RequestEntry.answered("r1", "b", PART), RequestEntry.gap("r1", "a", GAP));
    }

    @Test
    void aGapIsClosedByALaterAnswer() {
        ledger().plan(RUN, List.of("a"));
        ledger().gap("r1", "a", GAP);

        ledger().answered("r1", "a", PART);

        assertThat(ledger().requests("r1").get(0).gap()).isEmpty();
    }

    @Test
    void aRunMovesAndNothingElseOfItChanges() {
        ledger().plan(RUN, List.of());

        ledger().move("r1", Run.State.SEALED);

        assertThat(ledger().run("r1")).contains(RUN.in(Run.State.SEALED));
    }

    @Test
    void theLatestNoteOfADeliveryCounts() {
        ledger().plan(RUN, List.of());
        Delivery first = Delivery.pending("r1", "archive", 1, "report.csv", ARTIFACT);
        Delivery second = Delivery.pending("r1", "board", 1, "report.csv", ARTIFACT);
        ledger().note(first);
        ledger().note(second);

        ledger().note(first.in(Delivery.State.CONFIRMED, "out/report.csv"));

        assertThat(ledger().deliveries("r1"))
                .containsExactly(first.in(Delivery.State.CONFIRMED, "out/report.csv"), second);
    }

    @Test
    void nothingIsKnownOfARunThatNobodyPlanned() {
        ledger().move("r2", Run.State.DONE);

        assertThat(ledger().run("r2")).isEmpty();
        assertThat(ledger().requests("r2")).isEmpty();
        assertThat(ledger().deliveries("r2")).isEmpty();
    }

    @Test
    void knowsWhyARunCameToNothing() {
        ledger().plan(RUN, List.of("0001"));
        RunFailure failure = new RunFailure(FailureKind.STORAGE, "no space left");
        ledger().fail(RUN.id(), failure);
        assertThat(ledger().run(RUN.id())).get().satisfies(run -> {
            assertThat(run.state()).isEqualTo(Run.State.FAILED);
            assertThat(run.failure()).contains(failure);
        });
    }

    @Test
    void aRunOfWhoseFailureSomebodyIsToldIsOverOnceTheyAre() {
        List<String> over = new ArrayList<>();
        Ledger observed = new ObservedLedger(ledger(), over::add);
        observed.plan(RUN, List.of("0001"));
        RunFailure failure = new RunFailure(FailureKind.ROOM, "no such room");
        Delivery notice = Delivery.notice(RUN.id(), "people", "daily.failed.json", ARTIFACT);

        assertThat(observed.fail(RUN.id(), failure, List.of(notice))).isTrue();

        assertThat(observed.run(RUN.id())).get().satisfies(run -> {
            assertThat(run.state()).isEqualTo(Run.State.DELIVERING);
            assertThat(run.failure()).contains(failure);
        });
        assertThat(observed.deliveries(RUN.id())).containsExactly(notice);
        assertThat(observed.unfinished()).hasSize(1);
        assertThat(over).isEmpty();

        observed.move(RUN.id(), Run.State.FAILED);

        assertThat(observed.run(RUN.id()).flatMap(Run::failure)).contains(failure);
        assertThat(over).containsExactly(RUN.id());
        assertThat(observed.fail(RUN.id(), failure, List.of(notice))).isFalse();
    }

    @Test
    void aRunThatFellDueIsPlannedTogetherWithItsCursorAndOnlyOnce() {
        assertThat(ledger().cursor("daily", "acme")).isEmpty();

        assertThat(ledger().planDue(RUN, List.of("a"), List.of())).isTrue();
        assertThat(ledger().planDue(RUN, List.of("a"), List.of())).isFalse();

        assertThat(ledger().cursor("daily", "acme")).contains(RUN.due());
        assertThat(ledger().cursor("daily", "beta")).isEmpty();
        assertThat(ledger().requests("r1")).hasSize(1);
    }

    @Test
    void theCursorNeverMovesBack() {
        ledger().pass("daily", "acme", RUN.due().plusSeconds(1), List.of());
        ledger().pass("daily", "acme", RUN.due(), List.of());

        assertThat(ledger().cursor("daily", "acme")).contains(RUN.due().plusSeconds(1));
        assertThat(ledger().planDue(RUN, List.of(), List.of())).isFalse();
        assertThat(ledger().run("r1")).isEmpty();
    }

    @Test
    void whatIsSkippedIsNotedTogetherWithTheCursorAndOnlyOnce() {
        assertThat(ledger().planDue(run(3), List.of("a"), List.of(skipped(2)))).isTrue();

        assertThat(ledger().run("r2")).contains(skipped(2));
        assertThat(ledger().unfinished()).extracting(Run::id).containsExactly("r3");
        assertThat(ledger().planDue(run(3), List.of("a"), List.of(skipped(1)))).isFalse();
        assertThat(ledger().pass("daily", "acme", run(2).due(), List.of(skipped(1))))
                .isFalse();
        assertThat(ledger().run("r1")).as("the cursor is beyond").isEmpty();
        assertThat(ledger().pass("daily", "acme", run(5).due(), List.of(skipped(4))))
                .isTrue();
        assertThat(ledger().run("r4")).contains(skipped(4));
    }

    @Test
    void whatSomebodyMadeBeforeItWasLookedForIsPassedAndStaysAsItIs() {
        ledger().plan(run(2), List.of("a"));
        ledger().plan(run(3), List.of("a"));

        assertThat(ledger().planDue(run(3), List.of("b"), List.of(skipped(2)))).isFalse();

        assertThat(ledger().run("r2")).contains(run(2));
        assertThat(ledger().requests("r3")).extracting(RequestEntry::requestId).containsExactly("a");
        assertThat(ledger().cursor("daily", "acme")).contains(run(3).due());
    }

    @Test
    void aRunThatWasSkippedOrStoppedCanBeTakenUp() {
        ledger().pass("daily", "acme", run(2).due(), List.of(skipped(2)));
        ledger().plan(run(3), List.of());
        ledger().move("r3", Run.State.CANCELLED);

        assertThat(ledger().retry("r2")).isTrue();
        assertThat(ledger().retry("r3")).isTrue();

        assertThat(ledger().run("r2")).get().satisfies(run -> {
            assertThat(run.state()).isEqualTo(Run.State.PLANNED);
            assertThat(run.notes()).as("no reason any more").isEmpty();
        });
        assertThat(ledger().run("r3")).contains(run(3));
    }

    @Test
    void aRunThatIsOverIsMadeAnewInTheNextGenerationAndWhatArrivedIsRemembered() {
        Delivery confirmed =
                Delivery.pending("r1", "archive", 1, "a.csv", ARTIFACT).in(Delivery.State.CONFIRMED, "there");
        Delivery open = Delivery.pending("r1", "board", 1, "a.csv", ARTIFACT);
        ledger().plan(RUN, List.of("a"));
        ledger().answered("r1", "a", PART);
        ledger().note("r1", "a note");
        ledger().seal("r1", List.of(confirmed, open));
        assertThat(ledger().anew("r1")).as("it is not over").isFalse();
        ledger().fail("r1", new RunFailure(FailureKind.STORAGE, "full"));

        assertThat(ledger().anew("r1")).isTrue();

        assertThat(ledger().run("r1")).contains(RUN.anew());
        assertThat(RUN.anew().generation()).isEqualTo(2);
        assertThat(ledger().requests("r1")).isEmpty();
        assertThat(ledger().deliveries("r1"))
                .containsExactly(confirmed, open.in(Delivery.State.FAILED, Ledger.SUPERSEDED));
    }

    @Test
    void aRetryOfALaterGenerationLeavesTheEarlierOnesAlone() {
        Delivery earlier = Delivery.pending("r1", "board", 1, "a.csv", ARTIFACT).in(Delivery.State.FAILED, "full");
        ledger().plan(RUN, List.of("a"));
        ledger().seal("r1", List.of(earlier));
        ledger().move("r1", Run.State.FAILED);
        ledger().anew("r1");
        ledger().fail("r1", new RunFailure(FailureKind.STORAGE, "full"));

        ledger().retry("r1");

        assertThat(ledger().run("r1")).map(Run::state).as("nothing is made yet").contains(Run.State.PLANNED);
        assertThat(ledger().deliveries("r1")).containsExactly(earlier);
        ledger().replan("r1", "questions", List.of("a"));
        Delivery later = Delivery.pending("r1", "board", 2, "a.csv", ARTIFACT).ofGeneration(2);
        ledger().seal("r1", List.of(later.in(Delivery.State.FAILED, "full")));
        ledger().move("r1", Run.State.FAILED);
        ledger().retry("r1");
        assertThat(ledger().deliveries("r1")).containsExactly(earlier, later);
    }

    @Test
    void unfinishedIsWhatIsNotOver() {
        ledger().plan(RUN, List.of());
        assertThat(ledger().unfinished()).containsExactly(RUN);

        ledger().move("r1", Run.State.DONE);
        assertThat(ledger().unfinished()).isEmpty();
    }

    @Test
    void runsGoForwardOnlyAndWhatIsOverIsOver() {
        ledger().plan(RUN, List.of());

        assertThat(ledger().move("r1", Run.State.DELIVERING)).isTrue();
        assertThat(ledger().move("r1", Run.State.DELIVERING)).isFalse();
        assertThat(ledger().move("r1", Run.State.FETCHING)).isFalse();
        assertThat(ledger().move("r1", Run.State.DONE)).isTrue();
        assertThat(ledger().fail("r1", new RunFailure(FailureKind.STORAGE, "too late")))
                .isFalse();

        assertThat(ledger().run("r1")).contains(RUN.in(Run.State.DONE));
    }

    @Test
    void aRunIsSealedOnceTogetherWithItsDeliveries() {
        ledger().plan(RUN, List.of());
        Delivery first = Delivery.pending("r1", "board", 1, "a.csv", ARTIFACT);
        Delivery second = Delivery.pending("r1", "board", 2, "b.csv", ARTIFACT);

        ledger().seal("r1", List.of(first, second));
        ledger().seal("r1", List.of(Delivery.pending("r1", "archive", 1, "c.csv", ARTIFACT)));

        assertThat(ledger().run("r1").orElseThrow().state()).isEqualTo(Run.State.SEALED);
        assertThat(ledger().deliveries("r1")).containsExactly(first, second);
    }

    @Test
    void aReceiptIsNeverForgotten() {
        ledger().plan(RUN, List.of());
        Delivery confirmed =
                Delivery.pending("r1", "board", 1, "a.csv", ARTIFACT).in(Delivery.State.CONFIRMED, "there");
        ledger().note(confirmed);

        ledger().note(confirmed.in(Delivery.State.INTENT, ""));

        assertThat(ledger().deliveries("r1")).containsExactly(confirmed);
    }

    @Test
    void rowsThatAreLostAreAskedForAgain() {
        ledger().plan(RUN, List.of("a", "b"));
        ledger().answered("r1", "a", PART);

        ledger().reopen("r1", "a");

        assertThat(ledger().requests("r1")).containsExactly(RequestEntry.open("r1", "a"), RequestEntry.open("r1", "b"));
    }

    @Test
    void otherQuestionsTakeThePlaceOfThoseThatWereAnswered() {
        ledger().plan(RUN, List.of("a", "b"));
        ledger().answered("r1", "a", PART);

        ledger().replan("r1", "others", List.of("b", "a", "c"));

        assertThat(ledger().run("r1").orElseThrow().questions()).isEqualTo("others");
        assertThat(ledger().requests("r1")).extracting(RequestEntry::requestId).containsExactly("b", "a", "c");
        assertThat(ledger().requests("r1")).allMatch(RequestEntry::isOpen);
    }

    @Test
    void aSealedRunIsNeverAskedAgain() {
        ledger().plan(RUN, List.of("a"));
        ledger().answered("r1", "a", PART);
        ledger().seal("r1", List.of());

        ledger().replan("r1", "others", List.of("b"));

        assertThat(ledger().run("r1").orElseThrow().questions()).isEqualTo(RUN.questions());
        assertThat(ledger().requests("r1")).noneMatch(RequestEntry::isOpen);
    }

    @Test
    void aRetryDeliversWhatFailedAndNothingElse() {
        Delivery failed = Delivery.pending("r1", "board", 1, "a.csv", ARTIFACT).in(Delivery.State.FAILED, "full");
        Delivery confirmed =
                Delivery.pending("r1", "archive", 1, "a.csv", ARTIFACT).in(Delivery.State.CONFIRMED, "there");
        ledger().plan(RUN, List.of("a", "b"));
        ledger().gap("r1", "a", GAP);
        ledger().seal("r1", List.of(failed, confirmed));
        ledger().move("r1", Run.State.FAILED);

        assertThat(ledger().retry("r1")).isTrue();

        assertThat(ledger().run("r1").orElseThrow().state()).isEqualTo(Run.State.DELIVERING);
        assertThat(ledger().deliveries("r1")).containsExactly(failed.in(Delivery.State.PENDING, ""), confirmed);
        assertThat(ledger().requests("r1").get(0).gap()).contains(GAP);
        assertThat(ledger().retry("r1")).as("it is going").isFalse();
    }

    @Test
    void aRetryOfARunWithoutArtifactsAsksForItsGaps() {
        ledger().plan(RUN, List.of("a", "b"));
        ledger().answered("r1", "a", PART);
        ledger().gap("r1", "b", GAP);
        ledger().fail("r1", new RunFailure(FailureKind.STORAGE, "no space left"));

        assertThat(ledger().retry("r1")).isTrue();

        assertThat(ledger().run("r1")).contains(RUN);
        assertThat(ledger().requests("r1")).extracting(RequestEntry::isOpen).containsExactly(false, true);
    }

    @Test
    void aRunThatRestsIsNotReadyBeforeItsTime() {
        ledger().plan(RUN, List.of());

        ledger().rest("r1", LATER);

        assertThat(ledger().run("r1").orElseThrow().nextTry()).contains(LATER);
        assertThat(ledger().unfinished()).hasSize(1);
        assertThat(ledger().ready(LATER.minusMillis(1))).isEmpty();
        assertThat(ledger().ready(LATER)).containsExactly("r1");
        ledger().goOn("r1");
        assertThat(ledger().ready(Instant.EPOCH)).containsExactly("r1");
    }

    @Test
    void whatIsOverDoesNotRest() {
        ledger().plan(RUN, List.of());
        ledger().rest("r1", LATER);
        ledger().move("r1", Run.State.DONE);
        ledger().rest("r1", LATER);

        assertThat(ledger().run("r1")).contains(RUN.in(Run.State.DONE));
        assertThat(ledger().ready(LATER)).isEmpty();
    }

    @Test
    void aPostponedRequestIsOpenAndAGapOnceItIsGivenUp() {
        ledger().plan(RUN, List.of("a", "b"));
        ledger().postpone("r1", "a", GAP);
        ledger().postpone("r1", "b", GAP);
        assertThat(ledger().requests("r1")).allMatch(RequestEntry::isOpen);
        assertThat(ledger().requests("r1").get(0).postponed()).contains(GAP);

        ledger().answered("r1", "b", PART);
        ledger().giveUpPostponed("r1");

        assertThat(ledger().requests("r1"))
                .containsExactly(RequestEntry.gap("r1", "a", GAP), RequestEntry.answered("r1", "b", PART));
    }

    @Test
    void remembersHowOftenARunWasAsked() {
        ledger().plan(RUN, List.of("a"));

        ledger().askLater("r1", SLOW);
        ledger().goOn("r1");

        assertThat(ledger().run("r1").orElseThrow().asking()).contains(SLOW);
        assertThat(ledger().run("r1").orElseThrow().nextTry()).isEmpty();
    }

    @Test
    void aDeliveryThatWaitsKeepsItsTriesUntilItIsConfirmed() {
        ledger().plan(RUN, List.of());
        Delivery waiting = Delivery.pending("r1", "board", 1, "a.csv", ARTIFACT).waiting("refused", SLOW);
        ledger().note(waiting);
        assertThat(ledger().deliveries("r1")).containsExactly(waiting);

        Delivery intended = waiting.in(Delivery.State.INTENT, "");
        ledger().note(intended);

        assertThat(ledger().deliveries("r1")).containsExactly(intended);
        assertThat(intended.slowPhase()).contains(SLOW);
        assertThat(intended.nextTry()).isEmpty();
    }

    @Test
    void remembersWhyADeliveryFailedTheLastTimes() {
        ledger().plan(RUN, List.of());
        Delivery delivery = Delivery.pending("r1", "board", 1, "a.csv", ARTIFACT);
        for (String cause : List.of(
                "first",
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                Delivery.NOT_TRIED + ": somebody else failed",
                "of two\nlines")) {
            ledger().note(delivery.in(Delivery.State.INTENT, "").waiting(cause, SLOW));
            delivery = ledger().deliveries("r1").get(0);
        }
        ledger().note(delivery.in(Delivery.State.INTENT, "").in(Delivery.State.FAILED, "eighth"));

        Delivery dead = ledger().deliveries("r1").get(0);
        assertThat(dead.detail()).isEqualTo("eighth");
        assertThat(dead.earlier()).containsExactly("third", "fourth", "fifth", "sixth", "of two lines");
    }

    @Test
    void aRetryOfWhatWaitsBeginsAnew() {
        Delivery pending = Delivery.pending("r1", "board", 1, "a.csv", ARTIFACT);
        ledger().plan(RUN, List.of());
        ledger().seal("r1", List.of(pending.waiting("refused", SLOW)));
        ledger().rest("r1", LATER);

        assertThat(ledger().retry("r1")).isTrue();

        assertThat(ledger().ready(Instant.EPOCH)).containsExactly("r1");
        assertThat(ledger().deliveries("r1")).containsExactly(pending);
    }

    @Test
    void aRetryOfARunThatHasNothingButNoticesAsksAgainAndRemembersWhoWasTold() {
        Delivery told = Delivery.notice("r1", "ops", "a.json", ARTIFACT).in(Delivery.State.CONFIRMED, "there");
        ledger().plan(RUN, List.of("a"));
        ledger().gap("r1", "a", GAP);
        ledger().seal(
                        "r1",
                        List.of(
                                told,
                                Delivery.notice("r1", "hook", "a.json", ARTIFACT)
                                        .in(Delivery.State.FAILED, "full")));
        ledger().move("r1", Run.State.FAILED);

        assertThat(ledger().retry("r1")).isTrue();

        assertThat(ledger().run("r1")).contains(RUN);
        assertThat(ledger().requests("r1")).allMatch(RequestEntry::isOpen);
        assertThat(ledger().deliveries("r1")).containsExactly(told);
    }

    @Test
    void aRefillPostponesTheGapsOfARunThatWasDeliveredOnce() {
        Delivery confirmed =
                Delivery.pending("r1", "archive", 1, "a.csv", ARTIFACT).in(Delivery.State.CONFIRMED, "there");
        ledger().plan(RUN, List.of("a", "b"));
        ledger().answered("r1", "a", PART);
        ledger().gap("r1", "b", GAP);
        assertThat(ledger().refill("r1", SLOW)).as("it is not sealed").isFalse();
        ledger().seal("r1", List.of(confirmed));

        assertThat(ledger().refill("r1", SLOW)).isTrue();

        assertThat(ledger().run("r1")).get().satisfies(run -> {
            assertThat(run.state()).isEqualTo(Run.State.FETCHING);
            assertThat(run.refilling()).contains(1);
            assertThat(run.generation()).isEqualTo(2);
            assertThat(run.nextTry()).contains(LATER);
        });
        assertThat(ledger().requests("r1"))
                .containsExactly(RequestEntry.answered("r1", "a", PART), RequestEntry.postponed("r1", "b", GAP));
        ledger().seal("r1", List.of());
        assertThat(ledger().refill("r1", SLOW)).as("once").isFalse();
    }

    @Test
    void aRetryOfARefillAsksAtOnce() {
        ledger().plan(RUN, List.of("a"));
        ledger().gap("r1", "a", GAP);
        Delivery confirmed =
                Delivery.pending("r1", "archive", 1, "a.csv", ARTIFACT).in(Delivery.State.CONFIRMED, "there");
        ledger().seal("r1", List.of(confirmed));
        ledger().refill("r1", SLOW);

        assertThat(ledger().retry("r1")).isTrue();

        assertThat(ledger().run("r1").orElseThrow().state()).isEqualTo(Run.State.PLANNED);
        assertThat(ledger().run("r1").orElseThrow().refilling()).contains(1);
        assertThat(ledger().requests("r1")).containsExactly(RequestEntry.open("r1", "a"));
        assertThat(ledger().deliveries("r1")).containsExactly(confirmed);
    }

    @Test
    void knowsTheReportsBeforeOneTheLastFirst() {
        for (int day = 1; day <= 5; day++) {
            ledger().plan(ofDay(day), List.of());
        }
        ledger().move("d1", Run.State.DONE);
        ledger().move("d2", Run.State.DONE_WITH_GAPS);
        ledger().fail("d3", new RunFailure(FailureKind.STORAGE, "full"));
        ledger().move("d5", Run.State.DONE);

        assertThat(ledger().before(ofDay(4), 9)).extracting(Run::id).containsExactly("d2", "d1");
        assertThat(ledger().before(ofDay(4), 1)).extracting(Run::id).containsExactly("d2");
        assertThat(ledger().before(ofDay(2), 9))
                .as("windows that had ended")
                .extracting(Run::id)
                .containsExactly("d1");
    }

    private static Run ofDay(int day) {
        LocalDate date = RUN.window().firstDay().plusDays(day);
        return PlannedRuns.planned("d" + day, Instant.ofEpochSecond(day), new Window(date, date, ZoneOffset.UTC));
    }

    @Test
    void notesKeepTheirOrder() {
        ledger().plan(RUN, List.of());
        ledger().note("r1", "first");
        ledger().note("r1", "second");

        assertThat(ledger().run("r1").orElseThrow().notes()).containsExactly("first", "second");
        assertThat(ledger().unfinished().get(0).notes()).hasSize(2);
    }

    private static Run skipped(int number) {
        return run(number).in(Run.State.SKIPPED).noted("skipped: nothing ran");
    }

    private static Run run(int number) {
        return PlannedRuns.planned("r" + number, Instant.ofEpochSecond(number));
    }

    @Test
    void whoeverObservesIsToldOfEachRunThatIsOver() {
        List<String> over = new ArrayList<>();
        Ledger observed = new ObservedLedger(ledger(), over::add);
        observed.plan(RUN, List.of());
        observed.plan(run(2), List.of());

        observed.move("r1", Run.State.FETCHING);
        assertThat(over).isEmpty();
        observed.move("r1", Run.State.DONE_WITH_GAPS);
        observed.move("r1", Run.State.DONE_WITH_GAPS);
        observed.fail("r2", new RunFailure(FailureKind.STORAGE, "no space left"));

        assertThat(over).containsExactly("r1", "r2");
        assertThat(observed.run("r2").orElseThrow().state()).isEqualTo(Run.State.FAILED);
    }
}
