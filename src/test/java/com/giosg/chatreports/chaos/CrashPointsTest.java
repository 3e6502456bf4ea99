package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The application killed between each two states of the ledger, for every kind of sink. */
@Tag("chaos")
class CrashPointsTest {

    /** Seldom enough: of too many that were missed the oldest would be skipped. */
    private static final Duration EVERY = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Test
    void whatFellDueArrivesWhereverTheProcessDies(TestReporter reporter) throws Exception {
        List<CrashPoint> points = CrashPoint.all();
        reporter.publishEntry("crashes", "1 at each of %d points".formatted(points.size()));
        try (Trial trial = new Trial(Peers.own(folder, EVERY))) {
            trial.firstLife();
            for (CrashPoint point : points) {
                trial.peers.answerWith(1 + points.indexOf(point));
                trial.dieAt(List.of(point));
            }
            Checker checker = trial.lastLife();

            reporter.publishEntry(checker.check(trial.reader));
            assertThat(checker.repeatedMails()).isLessThanOrEqualTo(points.size());
        }
    }
}
