package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.giosg.chatreports.chaos.LedgerLines.RunLine;
import com.giosg.chatreports.simulator.http.Inbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The application killed between two states of the ledger where a part of a report cannot be had. */
@Tag("chaos")
class TroubledCrashPointsTest {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final String MISSING = "real-chats";

    /** What the question for one of the two metrics contains, and that for the other does not. */
    private static final String OF_MISSING = "path=chat_sessions,contains=chat_session_id";

    private static final Trouble METRIC_REFUSED = Trouble.of("status=400," + OF_MISSING, "gap", "move DONE_WITH_GAPS");

    /** Readers wait for so long that it is worth while to rest. */
    private static final Trouble METRIC_AWAY = new Trouble(
            "status=503,retry-after=0," + OF_MISSING,
            Peers.WANTED + ", late-after: 90s",
            List.of("postpone", "askLater"));

    /** For longer than readers wait. They get another report later. */
    private static final Trouble METRIC_AWAY_TOO_LONG = new Trouble(
            METRIC_AWAY.fault(), Peers.WANTED + ", late-after: 1s, refill: true", List.of("giveUpPostponed", "refill"));

    private static final String REFILLED = "generation-2";

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndAGapStaysAGapWhereverTheProcessDies(TestReporter reporter) throws Exception {
        try (Trial trial = new Trial(Peers.own(folder, EVERY))) {
            trial.firstLife();
            METRIC_REFUSED.befall(trial);
            METRIC_AWAY.befall(trial);
            mend(trial);
            trial.dieAt(CrashPoint.around(Stream.of("goOn")));
            METRIC_AWAY_TOO_LONG.befall(trial);
            refill(trial);
            mend(trial);
            Checker checker = trial.lastLifeWithRetry();

            reporter.publishEntry("crashes", Integer.toString(trial.crashes()));
            reporter.publishEntry(checker.check(trial.reader, Set.of("DONE", "DONE_WITH_GAPS")));
            assertThat(checker.repeatedMails()).isLessThanOrEqualTo(trial.crashes());
            reporter.publishEntry("rows that are gaps", Integer.toString(gaps(checker)));
        }
    }

    /** One run for each kind of sink, as the lanes of the others do not wait for it. */
    private static void refill(Trial trial) throws Exception {
        try (Life life = trial.next(List.of())) {
            await().atMost(Trial.PATIENCE)
                    .until(() -> trial.peers.ledger().resting().size() > Peers.SINKS.size());
            life.kill();
        }
        mend(trial);
        takeUpOne(trial);
        trial.dieAt(CrashPoint.around(Stream.of("seal " + REFILLED)));
        for (String sink : Peers.SINKS) {
            takeUpOne(trial);
            trial.dieAt(CrashPoint.around(CrashPoint.ofDelivery(sink, REFILLED)));
        }
    }

    /** The command dies once it is noted; the next life goes on with it at once. */
    private static void takeUpOne(Trial trial) throws Exception {
        List<String> one = trial.peers.ledger().resting().subList(0, 1);
        trial.dieAt(CrashPoint.around(Stream.of("retry")), Trial.retry(one));
    }

    private static void mend(Trial trial) {
        trial.peers.simulator.faults().clear();
        trial.peers.want(Peers.WANTED);
    }

    /** Each is one in every row, and no other row is. */
    private static int gaps(Checker checker) throws Exception {
        assertThat(checker.runs()).extracting(RunLine::state).contains("DONE", "DONE_WITH_GAPS");
        Set<String> keys = keysWithGaps(checker);
        int gaps = 0;
        for (Inbox.Message message : checker.peers().simulator.inbox().messages("rows")) {
            boolean withGaps = keys.contains(message.key());
            for (JsonNode row : rows(message)) {
                boolean isGap = row.get("status").asText().equals("gap");
                assertThat(isGap)
                        .as("%s: %s", message.key(), row)
                        .isEqualTo(withGaps && row.get("metric").asText().equals(MISSING));
                gaps += isGap ? 1 : 0;
                assertThat(!isGap || row.get("value").isNull())
                        .as("%s: %s", message.key(), row)
                        .isTrue();
            }
        }
        assertThat(gaps).isPositive();
        return gaps;
    }

    /** Of the messages: of runs that ended with gaps, and of those that had some until they were refilled. */
    private static Set<String> keysWithGaps(Checker checker) {
        Map<String, RunLine> runs = checker.runs().stream().collect(Collectors.toMap(RunLine::id, Function.identity()));
        return checker.deliveries().stream()
                .filter(delivery -> runs.get(delivery.runId()).state().equals("DONE_WITH_GAPS")
                        || delivery.generation() < runs.get(delivery.runId()).generation())
                .map(Checker::key)
                .collect(Collectors.toSet());
    }

    private static JsonNode rows(Inbox.Message message) throws Exception {
        return new ObjectMapper().readTree(message.request().body()).get("rows");
    }
}
