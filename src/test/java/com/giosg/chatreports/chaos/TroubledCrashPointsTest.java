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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The application killed between two states of the ledger where something goes wrong besides. */
@Tag("chaos")
class TroubledCrashPointsTest {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final String MISSING = "real-chats";

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostAndAGapStaysAGapWhereverTheProcessDies(TestReporter reporter) throws Exception {
        int crashes = 0;
        try (Trial trial = new Trial(Peers.own(folder, EVERY))) {
            trial.firstLife();
            for (Trouble trouble : Trouble.values()) {
                trouble.befall(trial.peers);
                for (CrashPoint point : trouble.points()) {
                    CrashPointsTest.dieAt(point, trial);
                    crashes++;
                }
            }
            Checker checker = lastLife(trial);

            reporter.publishEntry("crashes", Integer.toString(crashes));
            reporter.publishEntry(checker.checkWithGaps(trial.reader));
            assertThat(checker.repeatedMails()).isLessThanOrEqualTo(crashes);
            reporter.publishEntry("rows that are gaps", Integer.toString(gaps(checker)));
        }
    }

    /** Nobody is in trouble any more, and an operator does not want to wait for what is tried again later. */
    private static Checker lastLife(Trial trial) throws Exception {
        trial.peers.simulator.faults().clear();
        try (Life life = trial.next(List.of())) {
            await().atMost(Trial.PATIENCE)
                    .until(() -> life.watches() && trial.peers.ledger().going() == 0);
            trial.retryWhatRests();
            await().atMost(Trial.PATIENCE).until(trial::isUpToDate);
            return trial.end(life);
        }
    }

    /** Each is one in every row, and no other row is. */
    private static int gaps(Checker checker) throws Exception {
        Map<String, String> states = checker.runs().stream().collect(Collectors.toMap(RunLine::id, RunLine::state));
        assertThat(states).containsValue("DONE").containsValue("DONE_WITH_GAPS");
        int gaps = 0;
        for (Inbox.Message message : checker.peers().simulator.inbox().messages("rows")) {
            boolean withGaps = "DONE_WITH_GAPS".equals(states.get(message.key().split("-", 2)[0]));
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

    private static JsonNode rows(Inbox.Message message) throws Exception {
        return new ObjectMapper().readTree(message.request().body()).get("rows");
    }
}
