package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.ledger.Run;
import com.giosg.chatreports.tls.TestCertificates;
import com.giosg.chatreports.tls.TlsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate has expired, and its owner renews it within the hour: what the server itself noted. */
class MendedCertificateTest extends SlowPhaseSupport {

    @TempDir
    static Path keys;

    private static TestCertificates.Trust trust;
    private static SSLContext valid;
    private static SSLContext expired;

    private final TlsServer figures = server("""
            {"fields": [{"name": "timestamp", "type": "dimension"}, {"name": "count", "type": "metric"}],
             "data": [["2020-10-29T00:00:00.000+02:00", 3], ["2020-10-30T00:00:00.000+02:00", 4]]}""");
    private final TlsServer receiver = server("{}");

    private static TlsServer server(String answer) {
        try {
            return new TlsServer(valid, answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void makeCertificates() throws Exception {
        TestCertificates certificates = TestCertificates.in(keys);
        valid = certificates.valid();
        expired = certificates.expired();
        trust = certificates.trust();
    }

    @AfterAll
    static void forgetThem() {
        trust.close();
    }

    @AfterEach
    void stopTheServers() {
        figures.close();
        receiver.close();
    }

    @Override
    URI apiUrl() {
        return figures.url();
    }

    @Override
    String reports() {
        return "daily: { window: 2020-10-29..2020-10-30, time-zone: Europe/Helsinki, metrics: real-chats,"
                + " scopes: [org], sinks: warehouse }";
    }

    @Override
    String sinks() {
        return "warehouse: { type: http, url: \"%s/rows\" }".formatted(receiver.url());
    }

    @Test
    void theApiIsAskedOnceAtATimeUntilItCanProveWhoItIs() throws IOException {
        figures.becomes(expired);

        Run run = begin();

        assertThat(figures.connections()).isEqualTo(1);
        assertThat(ledger.run(run.id()).orElseThrow().nextTry()).contains(after(5));
        lookAt(5);
        assertThat(figures.connections()).isEqualTo(2);
        assertThat(figures.received()).as("nothing was sent").isEmpty();

        figures.becomes(valid);
        lookAt(20);

        assertThat(figures.received()).hasSize(1);
        assertThat(receiver.received()).hasSize(1);
        assertThat(state(run)).isEqualTo(Run.State.DONE);
    }

    @Test
    void aReceiverIsCalledOnceAtATimeUntilItCanProveWhoItIs() throws IOException {
        receiver.becomes(expired);

        Run run = begin();

        assertThat(receiver.connections()).isEqualTo(1);
        assertThat(ledger.run(run.id()).orElseThrow().nextTry()).contains(after(5));
        assertThat(ledger.deliveries(run.id()).get(0).detail()).contains("its certificate has expired");
        lookAt(5);
        assertThat(receiver.connections()).isEqualTo(2);

        receiver.becomes(valid);
        lookAt(20);

        assertThat(receiver.received()).hasSize(1);
        assertThat(state(run)).isEqualTo(Run.State.DONE);
    }
}
