package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.chaos.LedgerLines.RunLine;
import com.giosg.chatreports.simulator.world.Organizations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application killed between two states of the ledger where runs come to nothing, and where somebody has them made
 * nevertheless.
 */
@Tag("chaos")
class FailedCrashPointsTest {

    private static final Duration EVERY = Duration.ofSeconds(10);

    private static final String NOTICE = "number-0";

    /** For each kind of sink a failure that does not pass: another file has the name, or the receiver wants none of it. */
    private static final Trouble SINKS_REFUSE = new Trouble(
            "status=400,path=/inbox",
            Peers.WANTED,
            peers -> {
                peers.keepFiles();
                peers.mails.refuse(550);
            },
            Stream.concat(Peers.SINKS.stream().map("note %s FAILED"::formatted), Stream.of("move FAILED"))
                    .toList());

    /** Nothing can be asked by then: which rooms are meant is not known. What was planned before asks something else. */
    private static final Trouble ROOMS_UNKNOWN = new Trouble(
            "status=400,path=/rooms",
            "%s, on-failure: [%s], rooms: [\"%s\"]"
                    .formatted(
                            Peers.WANTED,
                            String.join(", ", Peers.SINKS),
                            Organizations.ACME.rooms().get(0).name()),
            Stream.concat(
                            Stream.of("replan", "fail", "move FAILED"),
                            Peers.SINKS.stream().flatMap(sink -> CrashPoint.ofDelivery(sink, NOTICE)))
                    .toList());

    private static final Trouble TOKEN_REFUSED =
            new Trouble("status=401,path=chat_sessions", ROOMS_UNKNOWN.wanted(), List.of("seal " + NOTICE));

    private static final List<CrashPoint> OF_RETRY = CrashPoint.around(Stream.of("retry"));

    @TempDir
    private Path folder;

    @Test
    void whoeverGetsNoReportIsToldWhereverTheProcessDies(TestReporter reporter) throws Exception {
        try (Trial trial = new Trial(Peers.own(folder, EVERY))) {
            trial.firstLife();
            trial.catchUp();
            SINKS_REFUSE.befall(trial);
            trial.mend();
            retryBesides(trial, List.of("--failed"));
            trial.dieAt(CrashPoint.around(Stream.of("planDue PLANNED")));
            ROOMS_UNKNOWN.befall(trial);
            TOKEN_REFUSED.befall(trial);
            trial.mend();
            trial.dieAt(OF_RETRY, Trial.retry(failed(trial).subList(0, 1)));
            Checker checker = trial.lastLife();

            reporter.publishEntry("crashes", Integer.toString(trial.crashes()));
            reporter.publishEntry(checker.check(trial.reader, Set.of("DONE", "FAILED")));
            assertThat(checker.repeatedMails()).isLessThanOrEqualTo(trial.crashes());
            reporter.publishEntry(
                    "failed, and everybody told", Integer.toString(failed(trial).size()));
            assertThat(failed(trial)).isNotEmpty();
        }
    }

    /** The command dies while the application lives, which goes on with what it was handed; the rest is handed over again. */
    private static void retryBesides(Trial trial, List<String> which) throws Exception {
        try (Life life = trial.next(List.of())) {
            await().atMost(Trial.PATIENCE)
                    .until(() -> life.watches() && trial.peers.ledger().going() == 0);
            List<String> failed = failed(trial);
            assertThat(failed).isNotEmpty();
            trial.dieAt(OF_RETRY, Trial.retry(which));
            await().atMost(Trial.PATIENCE).until(() -> !failed(trial).equals(failed));
            if (!failed(trial).isEmpty()) {
                trial.live(Trial.retry(which));
            }
            await().atMost(Trial.PATIENCE).until(() -> failed(trial).isEmpty());
            life.kill();
        }
    }

    private static List<String> failed(Trial trial) {
        return trial.peers.ledger().runs().stream()
                .filter(run -> run.state().equals("FAILED"))
                .map(RunLine::id)
                .toList();
    }
}
