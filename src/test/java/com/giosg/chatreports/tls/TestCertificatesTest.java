package com.giosg.chatreports.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the other tests rely on: the certificates are right and wrong as they should be, judged by the JDK's own client. */
class TestCertificatesTest {

    @TempDir
    private Path folder;

    @Test
    void areJudgedByAnyClientAsTheyAreMeant() throws Exception {
        TestCertificates certificates = TestCertificates.in(folder);

        assertThat(get(certificates, certificates.valid())).isEqualTo(204);
        assertThatThrownBy(() -> get(certificates, certificates.expired())).hasStackTraceContaining("NotAfter");
        assertThatThrownBy(() -> get(certificates, certificates.ofAnotherHost()))
                .hasStackTraceContaining("No subject alternative");
        assertThatThrownBy(() -> get(certificates, certificates.selfSigned()))
                .hasStackTraceContaining("unable to find valid certification path");
    }

    private static int get(TestCertificates certificates, SSLContext serverSide) throws Exception {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(serverSide));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        TestCertificates.Trust trust = certificates.trust();
        try {
            TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init((KeyStore) null);
            SSLContext client = SSLContext.getInstance("TLS");
            client.init(null, trusted.getTrustManagers(), null);
            URI uri = URI.create(
                    "https://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
            return HttpClient.newBuilder()
                    .sslContext(client)
                    .build()
                    .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding())
                    .statusCode();
        } finally {
            trust.close();
            server.stop(0);
        }
    }
}
