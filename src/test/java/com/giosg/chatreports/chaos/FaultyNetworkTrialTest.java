package com.giosg.chatreports.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.journey.NetworkPeer;
import com.giosg.chatreports.network.NetworkFault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every fault of the network with every peer, on one connection each, while reports fall due. What waits for its next try
 * afterwards is told to be tried now, as an operator would.
 */
@Tag("chaos")
class FaultyNetworkTrialTest {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int MOST_ROWS = 2000;

    private final long seed = Long.getLong("chaos.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final FaultyNetwork network = new FaultyNetwork();

    @TempDir
    private Path folder;

    @Test
    void whatFellDueArrivesThoughTheNetworkIsBad(TestReporter reporter) throws Exception {
        reporter.publishEntry("seed", Long.toString(seed));
        reporter.publishEntry(
                "faults", "%d with each of %s".formatted(NetworkFault.values().length, Set.of(NetworkPeer.values())));
        try (Trial trial = new Trial(Peers.behind(network, folder, EVERY))) {
            trial.firstLife();
            Checker checker;
            try (Life life = trial.next(List.of())) {
                await().atMost(Trial.PATIENCE).until(life::watches);
                for (Map<NetworkPeer, NetworkFault> faults : rounds()) {
                    trial.peers.answerWith(random.nextInt(1, MOST_ROWS));
                    faults.forEach(network::strike);
                    makeUpForAll(trial, life);
                }
                checker = trial.end(life);
            }

            reporter.publishEntry(checker.check(trial.reader));
            assertThat(checker.repeatedMails())
                    .as("one for each connection with a fault, and one for each that was closed afterwards")
                    .isLessThanOrEqualTo(2L * NetworkFault.values().length);
        }
    }

    /** In each every peer has another fault, and in all together every fault. */
    private List<Map<NetworkPeer, NetworkFault>> rounds() {
        Map<NetworkPeer, List<NetworkFault>> orders =
                Stream.of(NetworkPeer.values()).collect(Collectors.toMap(peer -> peer, peer -> shuffledFaults()));
        return Stream.iterate(0, round -> round + 1)
                .limit(NetworkFault.values().length)
                .map(round -> {
                    Map<NetworkPeer, NetworkFault> faults = new EnumMap<>(NetworkPeer.class);
                    orders.forEach((peer, order) -> faults.put(peer, order.get(round)));
                    return faults;
                })
                .toList();
    }

    private List<NetworkFault> shuffledFaults() {
        List<NetworkFault> faults = Stream.of(NetworkFault.values()).collect(Collectors.toList());
        Collections.shuffle(faults, random);
        return faults;
    }

    private void makeUpForAll(Trial trial, Life life) throws IOException {
        retryUntil(network::isOver, trial, life);
        network.mend();
        retryUntil(trial::isUpToDate, trial, life);
    }

    private void retryUntil(BooleanSupplier over, Trial trial, Life life) throws IOException {
        try {
            await().atMost(Trial.PATIENCE).until(() -> {
                trial.retryWhatRests();
                return over.getAsBoolean();
            });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(
                    "not over: %s, %s; said: %s".formatted(network, trial.unfinished(), life.words()), e);
        }
    }
}
