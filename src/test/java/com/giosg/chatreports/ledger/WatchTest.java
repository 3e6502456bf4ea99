package com.giosg.chatreports.ledger;

import static com.giosg.chatreports.ledger.ReportsForTests.organization;
import static com.giosg.chatreports.ledger.ReportsForTests.report;
import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.config.Organization;
import com.giosg.chatreports.config.Report;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is planned, and when. */
class WatchTest {

    private static final Instant NOON = Instant.parse("2020-06-01T12:00:00Z");
    private static final Report EVERY_MINUTE = report("every 1m");

    private final InMemoryLedger ledger = new InMemoryLedger();

    @ParameterizedTest
    @CsvFileSource(
            resources = "/ledger/planned.csv",
            delimiter = '|',
            quoteCharacter = '\'',
            numLinesToSkip = 2,
            maxCharsPerColumn = 1000)
    void plansWhatIsDue(String schedule, Report.CatchUp catchUp, ZoneId zone, OffsetDateTime begin, String looks) {
        Watch watch =
                watch(report(schedule, Optional.ofNullable(catchUp)), organization("acme", zone), begin.toInstant());
        List<String> seen = new ArrayList<>();
        for (String look : looks.split(" ", -1)) {
            String at = look.replaceAll(">.*", "");
            Optional<Run> run = watch.look(OffsetDateTime.parse(at).toInstant()).run();
            seen.add(run.map(planned -> at + ">" + local(planned, zone)).orElse(at));
            run.ifPresent(this::finish);
        }
        assertThat(seen).containsExactly(looks.split(" "));
    }

    private static OffsetDateTime local(Run run, ZoneId zone) {
        return OffsetDateTime.ofInstant(run.due(), zone);
    }

    private void finish(Run run) {
        ledger.move(run.id(), Run.State.DONE);
    }

    @Test
    void eachOrganizationIsServedByItsOwnClock() {
        Report report = report("at 07:30");
        Instant begin = Instant.parse("2020-06-01T00:00:00Z");
        Watch helsinki = watch(report, organization("acme", "Europe/Helsinki"), begin);
        Watch newYork = watch(report, organization("corner", "America/New_York"), begin);

        Instant inHelsinki = Instant.parse("2020-06-01T04:30:00Z");
        assertThat(helsinki.look(inHelsinki).run()).map(Run::due).contains(inHelsinki);
        assertThat(newYork.look(inHelsinki).run()).isEmpty();

        Instant inNewYork = Instant.parse("2020-06-01T11:30:00Z");
        assertThat(helsinki.look(inNewYork).run()).isEmpty();
        assertThat(newYork.look(inNewYork).run()).get().satisfies(run -> {
            assertThat(run.due()).isEqualTo(inNewYork);
            assertThat(run.organization()).isEqualTo("corner");
            assertThat(run.window().zone()).isEqualTo(ZoneId.of("America/New_York"));
        });
    }

    @Test
    void theRunAndItsRequestsAreInTheLedgerAndTheCursorIsAtItsInstant() {
        Run run = watch().look(NOON.plusSeconds(61)).run().orElseThrow();

        assertThat(ledger.run(run.id())).contains(run);
        assertThat(ledger.cursor("report", "acme")).contains(NOON.plusSeconds(60));
    }

    @Test
    void whatAnotherWatchPlannedIsNotPlannedAgain() {
        Watch first = watch();
        Watch second = watch();
        assertThat(first.look(NOON.plusSeconds(60)).run()).isPresent().get().satisfies(this::finish);

        assertThat(second.look(NOON.plusSeconds(60)).run()).isEmpty();
        assertThat(second.look(NOON.plusSeconds(120)).run()).isPresent();
    }

    @Test
    void aRunThatIsGoingKeepsTheNewestWaitingAndNoOther() {
        Watch watch = watch();
        Run going = watch.look(NOON.plusSeconds(60)).run().orElseThrow();

        for (int second = 61; second < 600; second++) {
            assertThat(watch.look(NOON.plusSeconds(second)).run()).isEmpty();
        }
        finish(going);

        Look afterwards = watch.look(NOON.plusSeconds(601));
        assertThat(afterwards.run()).map(Run::due).contains(NOON.plusSeconds(600));
        assertThat(afterwards.notice())
                .map(Look.Notice::text)
                .get()
                .asString()
                .startsWith(
                        "report report of acme: no runs for what fell due from 2020-06-01T15:02:00+03:00 until before")
                .contains("2020-06-01T15:10:00+03:00", "the run before took longer");
    }

    /** A sink that is away for days must not keep the reports of these days from the other sinks. */
    @Test
    void aRunThatWaitsForItsSinksKeepsNoOtherWaitingButOneThatWaitsForTheApiDoes() {
        Watch watch = watch();
        Run first = watch.look(NOON.plusSeconds(60)).run().orElseThrow();
        ledger.rest(first.id(), NOON.plusSeconds(300));
        assertThat(watch.look(NOON.plusSeconds(120)).run()).isEmpty();

        ledger.move(first.id(), Run.State.DELIVERING);

        assertThat(watch.look(NOON.plusSeconds(180)).run()).isPresent();
    }

    @Test
    void aRunThatIsGoingIsSaidToKeepAnotherWaitingAfterAMinute() {
        Watch watch = watch();
        Run going = watch.look(NOON.plusSeconds(60)).run().orElseThrow();

        assertThat(watch.look(NOON.plusSeconds(179)).notice()).isEmpty();
        assertThat(watch.look(NOON.plusSeconds(180)).notice()).get().satisfies(notice -> {
            assertThat(notice.subject()).isEqualTo(going.id());
            assertThat(notice.text())
                    .isEqualTo(
                            "report report of acme: the run that fell due at 2020-06-01T15:01:00+03:00 is still going;"
                                    + " the next one waits for it");
        });
    }

    @Test
    void aRunOfAnotherReportOrOrganizationKeepsNobodyWaiting() {
        Watch watch = watch();
        watch(EVERY_MINUTE, organization("beta", "UTC"), NOON).look(NOON.plusSeconds(60));

        assertThat(ledger.unfinished()).hasSize(1);
        assertThat(watch.look(NOON.plusSeconds(60)).run()).isPresent();
    }

    @Test
    void whatIsSkippedBecauseNothingRanIsSaid() {
        Watch watch = watch();

        assertThat(watch.look(NOON.plusSeconds(3600)).notice())
                .map(Look.Notice::text)
                .get()
                .asString()
                .contains("from 2020-06-01T15:01:00+03:00 until before 2020-06-01T16:00:00+03:00")
                .contains("(59 times)", "nothing ran at the time");
    }

    @Test
    void aBackfillThatMakesWhatIsSkippedIsNamed() {
        Watch watch = watch(report("every 1h"), organization("acme", "Europe/Helsinki"), NOON);

        assertThat(watch.look(NOON.plusSeconds(86_400)).notice())
                .map(Look.Notice::text)
                .get()
                .asString()
                .endsWith("chat-reports backfill report --from 2020-06-01 --to 2020-06-02 --organization acme");
    }

    @Test
    void whereABackfillWouldBeRefusedTheNewestOfThoseThatAreSkippedIsNamed() {
        Watch watch = watch(report("every 10s"), organization("acme", "Europe/Helsinki"), NOON);

        String text = watch.look(NOON.plusSeconds(3600)).notice().orElseThrow().text();

        Run newest = skipped().get(49);
        assertThat(newest.due()).isEqualTo(NOON.plusSeconds(3590));
        assertThat(text)
                .endsWith("chat-reports retry " + newest.id()
                        + " makes the newest of them; chat-reports history lists the ids of those before");
    }

    @Test
    void aClockThatGoesBackIsSaidWithWhatItMeans() {
        Watch watch = watch();
        watch.look(NOON.plusSeconds(60)).run().ifPresent(this::finish);

        Look back = watch.look(NOON.minusSeconds(3600));

        assertThat(back.run()).isEmpty();
        assertThat(back.notice())
                .map(Look.Notice::text)
                .get()
                .asString()
                .contains("went back", "the next run comes at 2020-06-01T15:02:00+03:00");
        assertThat(watch.look(NOON.minusSeconds(3599)).notice()).isEmpty();
        assertThat(ledger.cursor("report", "acme")).contains(NOON.plusSeconds(60));
    }

    @Test
    void anotherStartGoesOnAtTheCursor() {
        ledger.pass("report", "acme", NOON, List.of());

        Watch watch = watch(EVERY_MINUTE, organization("acme", "Europe/Helsinki"), NOON.plusSeconds(90));

        assertThat(watch.look(NOON.plusSeconds(91)).run()).map(Run::due).contains(NOON.plusSeconds(60));
    }

    @Test
    void aRunOfAWholeHourStartsWithinItsFirstMinuteUnlessItMustBeExact() {
        Report spread = ReportsForTests.spread("every 1h");
        Organization acme = organization("acme", "Europe/Helsinki");
        Instant begin = NOON.minusSeconds(60);
        Instant start = new DueTimes(spread, acme).start(NOON);
        assertThat(start).isAfter(NOON).isBefore(NOON.plusSeconds(60));

        Watch watch = watch(spread, acme, begin);
        assertThat(watch.look(start.minusMillis(1)).run()).isEmpty();
        assertThat(watch.look(start).run()).map(Run::due).contains(NOON);

        Watch exact = watch(report("every 1h"), organization("beta", "Europe/Helsinki"), begin);
        assertThat(exact.look(NOON).run()).map(Run::due).contains(NOON);
    }

    @Test
    void aLongSleepOfAFastReportIsOverSoon() {
        Watch watch = watch(report("every 1s"), organization("acme", "Europe/Helsinki"), NOON);
        Instant afterYears = NOON.plusSeconds(3 * 365 * 24 * 3600);

        assertThat(watch.look(afterYears).run()).map(Run::due).contains(afterYears);
        assertThat(skipped()).hasSize(50);
        assertThat(skipped().get(0).notes().get(0))
                .matches("skipped with more than \\d{6} before it, the first at 2020-06-01T15:00:01\\+03:00: .*");
    }

    /** One after the other, and the row that stands for many is the oldest. */
    @ParameterizedTest
    @CsvFileSource(resources = "/ledger/skipped.csv", delimiter = '|', quoteCharacter = '\'', numLinesToSkip = 2)
    void whatIsSkippedIsInTheLedgerWithTheReason(
            String schedule,
            Report.CatchUp catchUp,
            OffsetDateTime look,
            int times,
            int rows,
            String oldest,
            String why) {
        ZoneId helsinki = ZoneId.of("Europe/Helsinki");
        Instant begin = Instant.parse("2020-06-01T04:00:00Z");
        Watch watch = watch(report(schedule, Optional.ofNullable(catchUp)), organization("acme", helsinki), begin);

        Look seen = watch.look(look.toInstant());

        assertThat(seen.skipped()).isEqualTo(times);
        assertThat(skipped()).hasSize(rows);
        assertThat(skipped().get(0)).satisfies(run -> {
            assertThat(local(run, helsinki)).isEqualTo(OffsetDateTime.parse(oldest));
            assertThat(run.notes())
                    .singleElement()
                    .asString()
                    .startsWith("skipped")
                    .endsWith(why);
        });
        assertThat(watch.look(look.toInstant()).skipped()).as("once").isZero();
    }

    @Test
    void whatARunThatIsGoingKeptWaitingSharesARow() {
        Watch watch = watch();
        Run going = watch.look(NOON.plusSeconds(60)).run().orElseThrow();
        lookOften(watch, NOON.plusSeconds(90), NOON.plusSeconds(599));
        finish(going);

        assertThat(watch.look(NOON.plusSeconds(600)).skipped()).isEqualTo(8);

        assertThat(skipped()).singleElement().satisfies(run -> {
            assertThat(run.due()).isEqualTo(NOON.plusSeconds(540));
            assertThat(run.notes())
                    .containsExactly(
                            "skipped with 7 before it, the first at 2020-06-01T15:02:00+03:00: the run before it was still going");
        });
    }

    /** What was going when the process died is taken up again: that says nothing of the time in between. */
    @Test
    void whatFellDueWhileNothingRanIsNotSaidToHaveWaited() {
        Run recovered = watch().look(NOON.plusSeconds(60)).run().orElseThrow();
        Instant restart = NOON.plusSeconds(1230);
        Watch watch = watch(EVERY_MINUTE, organization("acme", "Europe/Helsinki"), restart);
        lookOften(watch, restart, NOON.plusSeconds(1500));
        finish(recovered);

        Look look = watch.look(NOON.plusSeconds(1501));

        assertThat(look.notice())
                .map(Look.Notice::text)
                .get()
                .asString()
                .contains("(23 times), since nothing ran at the time or (4 times) the run before took longer.");
        assertThat(skipped()).hasSize(20);
        assertThat(skipped().subList(0, 19))
                .extracting(run -> run.notes().get(0))
                .containsOnly(
                        "skipped: nothing ran at the time, and of such only the latest is made (catch-up: latest)");
        assertThat(skipped().get(19)).satisfies(run -> {
            assertThat(run.due()).isEqualTo(NOON.plusSeconds(1440));
            assertThat(run.notes())
                    .containsExactly(
                            "skipped with 3 before it, the first at 2020-06-01T15:21:00+03:00: the run before it was still going");
        });
    }

    @Test
    void whatFellDueWhileTheMachineSleptIsNotSaidToHaveWaited() {
        Watch watch = watch();
        Run going = watch.look(NOON.plusSeconds(60)).run().orElseThrow();
        watch.look(NOON.plusSeconds(90));
        Instant awake = NOON.plusSeconds(3600);
        watch.look(awake);
        finish(going);

        assertThat(watch.look(awake.plusSeconds(1)).notice())
                .map(Look.Notice::text)
                .get()
                .asString()
                .contains("(58 times), since nothing ran at the time.");
    }

    /** Another configuration is watched by a watch of its own, from then on. */
    @Test
    void whatWaitedWhileAnotherWatchOfTheProcessWasThereWaited() {
        Run going = watch().look(NOON.plusSeconds(60)).run().orElseThrow();
        Watch watch = new Watch(
                EVERY_MINUTE,
                organization("acme", "Europe/Helsinki"),
                ledger,
                new CatchUps(ledger, 1),
                NOON,
                NOON.plusSeconds(300));
        watch.look(NOON.plusSeconds(301));
        finish(going);

        Look look = watch.look(NOON.plusSeconds(302));

        assertThat(look.run()).map(Run::due).contains(NOON.plusSeconds(300));
        assertThat(look.notice()).map(Look.Notice::subject).contains("late");
    }

    @Test
    void whatSomebodyMadeAlreadyIsNeitherPlannedNorSkipped() {
        Report daily = report("at 07:30");
        Organization acme = organization("acme", "Europe/Helsinki");
        Watch watch = watch(daily, acme, Instant.parse("2020-06-01T04:00:00Z"));
        Instant due = Instant.parse("2020-06-01T04:30:00Z");
        Run made = Run.planned(daily, acme, due, daily.window().resolve(due, ZoneId.of("Europe/Helsinki")));
        ledger.plan(made, List.of());
        finish(made);

        Instant nextDay = due.plusSeconds(86_400);
        assertThat(watch.look(nextDay).run()).isEmpty();
        assertThat(watch.look(nextDay).run()).map(Run::due).contains(nextDay);
        assertThat(ledger.run(made.id())).map(Run::state).contains(Run.State.DONE);
    }

    /** It may have missed the night for another report, which must not wait until all of it is made up for. */
    @Test
    void runsThatMakeUpForMissedOnesLeaveAPlaceForThoseThatFallDue() {
        CatchUps one = new CatchUps(ledger, 1);
        Organization acme = organization("acme", "UTC");
        Organization beta = organization("beta", "UTC");
        Report daily = report("at 07:30");
        Instant begin = Instant.parse("2020-06-01T07:00:00Z");
        Watch first = new Watch(daily, acme, ledger, one, begin, begin);
        Watch second = new Watch(daily, beta, ledger, one, begin, begin);
        Watch live = new Watch(daily, organization("corner", "UTC"), ledger, one, begin, begin.plusSeconds(86_400));
        Instant morning = Instant.parse("2020-06-02T07:30:00Z");

        Run missed = first.look(morning).run().orElseThrow();

        assertThat(second.look(morning).run()).as("the place is taken").isEmpty();
        assertThat(live.look(morning).run()).map(Run::due).contains(morning);
        finish(missed);
        assertThat(second.look(morning).run()).map(Run::due).contains(missed.due());
    }

    /** A run that takes longer than a look keeps the next missed one waiting, which is a missed one all the same. */
    @Test
    void whatWaitsForAnotherMissedRunIsStillMissed() {
        CatchUps one = new CatchUps(ledger, 1);
        Report daily = report("at 07:30");
        Instant begin = Instant.parse("2020-06-01T07:00:00Z");
        Watch first = new Watch(daily, organization("acme", "UTC"), ledger, one, begin, begin);
        Watch second = new Watch(daily, organization("beta", "UTC"), ledger, one, begin, begin);
        Instant now = Instant.parse("2020-06-04T07:00:00Z");

        Run earliest = first.look(now).run().orElseThrow();
        assertThat(first.look(now.plusSeconds(30)).run()).as("it is going").isEmpty();
        finish(earliest);
        Run ofTheOther = second.look(now.plusSeconds(40)).run().orElseThrow();

        assertThat(first.look(now.plusSeconds(60)).run())
                .as("the place is taken")
                .isEmpty();
        finish(ofTheOther);
        assertThat(first.look(now.plusSeconds(90)).run())
                .map(Run::due)
                .contains(earliest.due().plusSeconds(86_400));
    }

    @Test
    void whatFallsDueWhileAMissedRunIsGoingNeedsNoPlace() {
        CatchUps one = new CatchUps(ledger, 1);
        Report daily = report("at 07:30");
        Instant begin = Instant.parse("2020-06-01T07:00:00Z");
        Watch first = new Watch(daily, organization("acme", "UTC"), ledger, one, begin, begin);
        Watch second = new Watch(daily, organization("beta", "UTC"), ledger, one, begin, begin);
        Instant now = Instant.parse("2020-06-02T07:29:00Z");
        Run missed = first.look(now).run().orElseThrow();
        lookOften(first, now, now.plusSeconds(300));
        finish(missed);
        assertThat(second.look(now.plusSeconds(300)).run())
                .as("the place is taken")
                .isPresent();

        assertThat(first.look(now.plusSeconds(301)).run())
                .map(Run::due)
                .contains(missed.due().plusSeconds(86_400));
    }

    /** After a night without power the timers of all reports find a missed run within the same milliseconds. */
    @Test
    void manyThatLookAtOnceDoNotTakeMorePlacesThanThereAre() {
        CatchUps two = new CatchUps(ledger, 2);
        Instant begin = Instant.parse("2020-06-01T07:00:00Z");
        Report daily = report("at 07:30");
        List<Watch> watches = IntStream.range(0, 20)
                .mapToObj(number -> organization("org-" + number, "UTC"))
                .map(organization -> new Watch(daily, organization, ledger, two, begin, begin))
                .toList();
        Instant morning = Instant.parse("2020-06-02T07:35:00Z");

        long planned = watches.parallelStream()
                .map(watch -> watch.look(morning))
                .filter(look -> look.run().isPresent())
                .count();

        assertThat(planned).isEqualTo(2);
    }

    @Test
    void whatTheProcessBeforeLeftBehindTakesAPlace() {
        Instant morning = Instant.parse("2020-06-02T07:35:00Z");
        Instant begin = Instant.parse("2020-06-01T07:00:00Z");
        Run left = watch(report("at 07:30"), organization("acme", "UTC"), begin)
                .look(morning)
                .run()
                .orElseThrow();

        Watch watch = watch(report("at 07:30"), organization("beta", "UTC"), begin);

        assertThat(watch.look(morning).run()).isEmpty();
        finish(left);
        assertThat(watch.look(morning).run()).isPresent();
    }

    @Test
    void whatSomebodyMakesByHandKeepsNobodyWaiting() {
        Watch watch = watch();
        new Planner(ledger)
                .byHand(
                        EVERY_MINUTE,
                        organization("acme", "Europe/Helsinki"),
                        NOON.plusSeconds(30),
                        EVERY_MINUTE.window());

        assertThat(watch.look(NOON.plusSeconds(60)).run()).isPresent();
    }

    /** A timer does, and nothing is to be planned meanwhile. */
    private static void lookOften(Watch watch, Instant from, Instant until) {
        for (Instant now = from; !now.isAfter(until); now = now.plusSeconds(30)) {
            assertThat(watch.look(now).run()).isEmpty();
        }
    }

    /** Oldest first. */
    private List<Run> skipped() {
        return ledger.all().stream()
                .filter(run -> run.state() == Run.State.SKIPPED)
                .toList();
    }

    private Watch watch(Report report, Organization organization, Instant begin) {
        return new Watch(report, organization, ledger, new CatchUps(ledger, 1), begin, begin);
    }

    private Watch watch() {
        return watch(EVERY_MINUTE, organization("acme", "Europe/Helsinki"), NOON);
    }
}
