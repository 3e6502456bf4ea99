package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import com.giosg.chatreports.tls.TestCertificates;
import com.giosg.chatreports.tls.TlsServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Neither the token nor a row leaves for a server that cannot prove who it is; one that can is used. */
class TlsJourneyTest {

    private static final Organization ACME = Organizations.ACME;
    private static final String SINK_TOKEN = "canary-sink-token";
    private static final String FIGURES = """
            {"fields": [{"name": "timestamp", "type": "dimension"}, {"name": "count", "type": "metric"}],
             "data": [["2026-10-29T00:00:00.000+02:00", 17]]}""";

    private static TestCertificates certificates;

    @TempDir
    private static Path keys;

    @TempDir
    private Path folder;

    private TestCertificates.Trust trust;

    /** What is wrong with a server, and what operators read about it. */
    private enum Imposter {
        EXPIRED("its certificate has expired (NotAfter: ", "; its owner has to renew it"),
        SELF_SIGNED(
                "this machine trusts nobody who vouches for its certificate; if that is a private authority, let Java trust it:",
                "JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE"),
        OF_ANOTHER_HOST("its certificate is for another host (", "); check the address");

        private final String cause;
        private final String nextMove;

        Imposter(String cause, String nextMove) {
            this.cause = cause;
            this.nextMove = nextMove;
        }

        SSLContext identity() throws Exception {
            return switch (this) {
                case EXPIRED -> certificates.expired();
                case SELF_SIGNED -> certificates.selfSigned();
                case OF_ANOTHER_HOST -> certificates.ofAnotherHost();
            };
        }
    }

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = TestCertificates.in(keys);
    }

    @BeforeEach
    void trustTheAuthority() {
        trust = certificates.trust();
    }

    @AfterEach
    void trustAsBefore() {
        trust.close();
    }

    @ParameterizedTest
    @EnumSource
    void an_api_that_cannot_prove_who_it_is_gets_no_token(Imposter imposter) throws Exception {
        try (TlsServer api = new TlsServer(imposter.identity(), FIGURES)) {
            Journey.Outcome outcome = run(api.url(), URI.create("http://127.0.0.1:1"));

            assertThat(outcome.exitCode()).isEqualTo(3);
            assertThat(api.received()).isEmpty();
            assertThat(onlyLine(outcome))
                    .contains(
                            "export of acme: 1 of 1 request failed (certificate): the server could not prove who it is: "
                                    + imposter.cause,
                            imposter.nextMove,
                            "Next: check api.url and the certificates this machine trusts; nothing was sent");
            Canary.assertNowhere(ACME.token(), outcome, folder);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_receiver_that_cannot_prove_who_it_is_gets_no_row(Imposter imposter) throws Exception {
        try (Simulator api = Simulator.start(SimulatorSettings.defaults());
                TlsServer receiver = new TlsServer(imposter.identity(), "{}")) {
            Journey.Outcome outcome = run(api.url(), receiver.url());

            assertThat(outcome.exitCode()).isEqualTo(4);
            assertThat(receiver.received()).isEmpty();
            assertThat(onlyLine(outcome))
                    .contains(
                            "export of acme, sink warehouse: the receiver could not prove who it is: " + imposter.cause,
                            imposter.nextMove,
                            "; nothing was sent");
            Canary.assertNowhere(SINK_TOKEN, outcome, folder);
            Canary.assertNowhere(ACME.token(), outcome, folder);
        }
    }

    @Test
    void a_private_authority_that_java_trusts_vouches_for_both() throws Exception {
        try (TlsServer api = new TlsServer(certificates.valid(), FIGURES);
                TlsServer receiver = new TlsServer(certificates.valid(), "{}")) {
            Journey.Outcome outcome = run(api.url(), receiver.url());

            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.exitCode()).isZero();
            assertThat(api.received()).hasSize(1);
            assertThat(receiver.received()).singleElement().asString().contains("\"value\":17,");
        }
    }

    private static String onlyLine(Journey.Outcome outcome) {
        assertThat(outcome.err()).hasLineCount(1);
        return outcome.err();
    }

    private Journey.Outcome run(URI api, URI receiver) throws Exception {
        Map<String, String> environment = new HashMap<>(ReportsYaml.environment(api));
        environment.put("RECEIVER_URL", receiver.toString());
        environment.put("SINK_TOKEN", SINK_TOKEN);
        return new Journey(folder, environment, InstantSource.system()).run("""
                api: { url: "{{env:API_URL}}", token: "{{env:ACME_DEMO_TOKEN}}" }
                organizations:
                  acme: { id: %s }
                reports:
                  export: { time-zone: Europe/Helsinki, window: 2026-10-29, metrics: real-chats, sinks: warehouse }
                sinks:
                  warehouse: { type: http, url: "{{env:RECEIVER_URL}}/rows", token: "{{env:SINK_TOKEN}}" }
                """.formatted(ACME.id()), "export");
    }
}
