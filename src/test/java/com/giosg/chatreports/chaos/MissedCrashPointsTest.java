package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.chaos.LedgerLines.RunLine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The application killed while it notes what fell due when nothing ran, and is not made. */
@Tag("chaos")
class MissedCrashPointsTest {

    private static final Duration EVERY = Duration.ofSeconds(10);

    /** What fell due that long ago was missed; until then it may still be made. */
    private static final Duration MISSED = Duration.ofSeconds(61);

    @TempDir
    private Path folder;

    @Test
    void whatIsSkippedIsSaidOnceWhereverTheProcessDies(TestReporter reporter) throws Exception {
        try (Trial trial = new Trial(Peers.own(folder, EVERY))) {
            trial.firstLife();
            missAndDie(trial, "catch-up: latest", "planDue SKIPPED");
            missAndDie(trial, "catch-up: none", "pass SKIPPED");
            trial.peers.want(Peers.WANTED);
            int before = skipped(trial).size();
            trial.dieAt(
                    CrashPoint.around(Stream.of("retry")),
                    Trial.retry(skipped(trial).subList(0, 1)));
            Checker checker = trial.lastLife();

            reporter.publishEntry("crashes", Integer.toString(trial.crashes()));
            reporter.publishEntry(checker.check(trial.reader, Set.of("DONE", "SKIPPED")));
            assertThat(checker.repeatedMails()).isLessThanOrEqualTo(trial.crashes());
            assertThat(skipped(trial)).hasSize(before - 1);
            reporter.publishEntry("skipped", Integer.toString(before - 1));
        }
    }

    private static void missAndDie(Trial trial, String wanted, String write) throws Exception {
        trial.peers.want(wanted);
        Instant end = Instant.now().plus(EVERY).plus(MISSED);
        await().atMost(MISSED.plus(EVERY.multipliedBy(2)))
                .until(() -> Instant.now().isAfter(end));
        trial.dieAt(CrashPoint.around(Stream.of(write)));
    }

    private static List<String> skipped(Trial trial) {
        return trial.peers.ledger().runs().stream()
                .filter(run -> run.state().equals("SKIPPED"))
                .map(RunLine::id)
                .toList();
    }
}
