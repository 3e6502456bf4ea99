package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.giosg.chatreports.network.FaultyLink;
import com.giosg.chatreports.network.NetworkFault;
import com.giosg.chatreports.simulator.world.Organizations;
import com.giosg.chatreports.tls.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * Whatever the network does, a report arrives as it is, or the operator reads why it did not and {@code retry} delivers
 * it. What comes of each fault stands in {@code failures/network.txt}.
 */
class NetworkFaultsJourneyTest {

    /** They log on the streams of this process what the faults do to them. */
    private static final List<String> SERVERS = List.of("org.subethamail", "org.apache.sshd");

    private static final Set<NetworkFault> TELLING =
            EnumSet.of(NetworkFault.CUT, NetworkFault.STALL, NetworkFault.CORRUPTION);

    @TempDir
    private static Path keys;

    @TempDir
    private Path folder;

    private static SSLContext certificate;
    private static TestCertificates.Trust trust;

    /** What arrives over a network without faults. */
    private static final Map<NetworkPeer, byte[]> WHOLE = new EnumMap<>(NetworkPeer.class);

    @BeforeAll
    static void trustTheMailServer() throws Exception {
        TestCertificates certificates = TestCertificates.in(keys);
        certificate = certificates.valid();
        trust = certificates.trust();
        logOfServers(Level.OFF);
    }

    @AfterAll
    static void asBefore() {
        trust.close();
        logOfServers(null);
    }

    private static void logOfServers(Level level) {
        SERVERS.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(level));
    }

    static Stream<NetworkCase> tellingCases() throws IOException {
        return NetworkCase.all().filter(each -> TELLING.contains(each.fault()));
    }

    static Stream<NetworkCase> otherCases() throws IOException {
        return NetworkCase.all().filter(each -> !TELLING.contains(each.fault()));
    }

    static Stream<NetworkCase> casesThatAreTriedAgain() throws IOException {
        return NetworkCase.all().filter(NetworkCase::isTriedAgain);
    }

    @ParameterizedTest
    @MethodSource("tellingCases")
    void aFaultThatLastsIsSaidAndThenMadeUpFor(NetworkCase each) throws Exception {
        check(each);
    }

    @Tag("chaos")
    @ParameterizedTest
    @MethodSource("otherCases")
    void soIsEveryOther(NetworkCase each) throws Exception {
        check(each);
    }

    @Tag("chaos")
    @ParameterizedTest
    @MethodSource("casesThatAreTriedAgain")
    void aFaultThatPassesIsNotNoticed(NetworkCase each) throws Exception {
        byte[] whole = whole(each.peer());
        try (NetworkTrial trial = trial(each, 1)) {
            assertArrived(trial.run(), trial, whole);
            assertThat(trial.connections()).isEqualTo(2);
        }
    }

    private void check(NetworkCase each) throws Exception {
        byte[] whole = whole(each.peer());
        try (NetworkTrial trial = trial(each, FaultyLink.ALWAYS)) {
            Journey.Outcome outcome = trial.run();

            assertThat(trial.connections()).as("tries; %s", outcome.err()).isEqualTo(each.connections());
            assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(each.exitCode());
            if (!each.arrives()) {
                assertSaid(outcome, each.said().replace("{peer}", "127.0.0.1:" + trial.port()));
                assertNothingWrongArrived(trial, whole);
                outcome = trial.retryWithoutFault();
            }
            assertArrived(outcome, trial, whole);
            Canary.assertNowhere(Organizations.ACME.token(), outcome, trial.data());
        }
    }

    private static void assertSaid(Journey.Outcome outcome, String said) {
        assertThat(outcome.err())
                .startsWith("daily of acme")
                .contains(said, ". Next: ")
                .hasLineCount(1);
    }

    /** What was not confirmed may be there, but then it is all of it. */
    private static void assertNothingWrongArrived(NetworkTrial trial, byte[] whole) throws IOException {
        assertThat(trial.arrived()).allSatisfy(arrived -> assertThat(arrived).isEqualTo(whole));
        assertThat(trial.leftovers()).allSatisfy(name -> assertThat(name).startsWith(".writing-"));
    }

    private static void assertArrived(Journey.Outcome outcome, NetworkTrial trial, byte[] whole) throws IOException {
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.exitCode()).isZero();
        assertThat(trial.arrived()).singleElement().isEqualTo(whole);
        assertThat(trial.leftovers()).isEmpty();
    }

    private byte[] whole(NetworkPeer peer) throws Exception {
        if (!WHOLE.containsKey(peer)) {
            NetworkCase none = new NetworkCase(peer, NetworkFault.LATENCY, 1, "");
            try (NetworkTrial trial = trial(none, 0)) {
                assertThat(trial.run().exitCode()).isZero();
                WHOLE.put(peer, trial.arrived().get(0));
            }
        }
        return WHOLE.get(peer);
    }

    private NetworkTrial trial(NetworkCase each, int faults) throws IOException {
        return new NetworkTrial(
                Files.createTempDirectory(folder, "trial"), each.peer(), each.fault(), faults, certificate);
    }
}
