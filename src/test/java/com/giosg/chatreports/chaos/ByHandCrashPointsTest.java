package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.chaos.LedgerLines.RunLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The commands that have runs made killed while they plan them. */
@Tag("chaos")
class ByHandCrashPointsTest {

    /** One due instant for each day of a backfill. */
    private static final Duration EVERY = Duration.ofDays(1);

    private static final String REPORT = Peers.REPORTS.get(0);

    private static final List<CrashPoint> OF_PLAN = CrashPoint.around(Stream.of("plan"));

    private final String yesterday =
            LocalDate.now(ZoneId.of("Europe/Helsinki")).minusDays(1).toString();

    @TempDir
    private Path folder;

    /** What a command left is made by the same command, or by {@code start}; what it did not come to plan nobody makes. */
    @Test
    void whatWasPlannedIsMadeOnceWhereverTheCommandDies(TestReporter reporter) throws Exception {
        try (Trial trial = new Trial(Peers.own(folder, EVERY))) {
            trial.peers.answerWith(1);
            trial.dieAt(OF_PLAN, backfill());
            trial.live(backfill());
            trial.peers.answerWith(2);
            trial.dieAt(CrashPoint.around(Stream.of("anew")), again());
            trial.live(again());
            assertThat(trial.peers.ledger().runs())
                    .extracting(RunLine::generation)
                    .containsExactly(2);
            trial.dieAt(OF_PLAN, run(REPORT));
            runBesides(trial);
            Checker checker = trial.lastLife();

            reporter.publishEntry("crashes", Integer.toString(trial.crashes()));
            reporter.publishEntry(checker.checkWithoutSchedule(trial.reader, Set.of("DONE")));
            assertThat(checker.repeatedMails()).isZero();
            assertThat(checker.runs())
                    .extracting(RunLine::report)
                    .containsExactlyInAnyOrder(REPORT, REPORT, Peers.REPORTS.get(1));
        }
    }

    /** The command dies while the application lives, which makes what was planned. */
    private static void runBesides(Trial trial) throws Exception {
        try (Life life = trial.next(List.of())) {
            await().atMost(Trial.PATIENCE).until(life::watches);
            trial.dieAt(OF_PLAN, run(Peers.REPORTS.get(1)));
            await().atMost(Trial.PATIENCE).until(trial::isUpToDate);
            life.kill();
        }
    }

    private static List<String> run(String report) {
        return List.of("run", report);
    }

    private List<String> backfill() {
        return List.of("backfill", REPORT, "--from", yesterday, "--to", yesterday);
    }

    private List<String> again() {
        return Stream.concat(backfill().stream(), Stream.of("--again")).toList();
    }
}
