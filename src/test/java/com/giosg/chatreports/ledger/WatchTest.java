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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is planned, and when. */
class WatchTest {

    private static final Instant NOON = Instant.parse("2020-06-01T12:00:00Z");
    private static final Report EVERY_MINUTE = report("every 1m");

    private final Ledger ledger = new InMemoryLedger();

    @ParameterizedTest
    @CsvFileSource(
            resources = "/ledger/planned.csv",
            delimiter = '|',
            quoteCharacter = '\'',
            numLinesToSkip = 2,
            maxCharsPerColumn = 1000)
    void plansWhatIsDue(String schedule, Report.CatchUp catchUp, ZoneId zone, OffsetDateTime begin, String looks) {
        Watch watch = new Watch(
                report(schedule, Optional.ofNullable(catchUp)), organization("acme", zone), ledger, begin.toInstant());
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
        Watch helsinki = new Watch(report, organization("acme", "Europe/Helsinki"), ledger, begin);
        Watch newYork = new Watch(report, organization("corner", "America/New_York"), ledger, begin);

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
        new Watch(EVERY_MINUTE, organization("beta", "UTC"), ledger, NOON).look(NOON.plusSeconds(60));

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
                .contains("nothing ran at the time", "run it by hand");
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
        ledger.pass("report", "acme", NOON);

        Watch watch = new Watch(EVERY_MINUTE, organization("acme", "Europe/Helsinki"), ledger, NOON.plusSeconds(90));

        assertThat(watch.look(NOON.plusSeconds(91)).run()).map(Run::due).contains(NOON.plusSeconds(60));
    }

    @Test
    void aRunOfAWholeHourStartsWithinItsFirstMinuteUnlessItMustBeExact() {
        Report spread = ReportsForTests.spread("every 1h");
        Organization acme = organization("acme", "Europe/Helsinki");
        Instant begin = NOON.minusSeconds(60);
        Instant start = new DueTimes(spread, acme).start(NOON);
        assertThat(start).isAfter(NOON).isBefore(NOON.plusSeconds(60));

        Watch watch = new Watch(spread, acme, ledger, begin);
        assertThat(watch.look(start.minusMillis(1)).run()).isEmpty();
        assertThat(watch.look(start).run()).map(Run::due).contains(NOON);

        Watch exact = new Watch(report("every 1h"), organization("beta", "Europe/Helsinki"), ledger, begin);
        assertThat(exact.look(NOON).run()).map(Run::due).contains(NOON);
    }

    @Test
    void aLongSleepOfAFastReportIsOverSoon() {
        Watch watch = new Watch(report("every 1s"), organization("acme", "Europe/Helsinki"), ledger, NOON);
        Instant afterYears = NOON.plusSeconds(3 * 365 * 24 * 3600);

        assertThat(watch.look(afterYears).run()).map(Run::due).contains(afterYears);
    }

    private Watch watch() {
        return new Watch(EVERY_MINUTE, organization("acme", "Europe/Helsinki"), ledger, NOON);
    }
}
