package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.tls.TestCertificates;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Kamelet {@code email-probe}, talking to mail servers on this machine. */
class EmailProbeTest extends RouteTestSupport {

    @TempDir
    static Path certificatesFolder;

    private static TestCertificates.Trust trust;
    private static SSLContext valid;
    private static SSLContext selfSigned;

    private final MailServer server = MailServer.withStartTls(valid);
    private final MailServer tls = MailServer.withTls(valid);
    private final MailServer stripped = MailServer.withoutTls();
    private final MailServer own = MailServer.withStartTls(selfSigned);

    @BeforeAll
    static void makeCertificates() throws Exception {
        TestCertificates certificates = TestCertificates.in(certificatesFolder);
        valid = certificates.valid();
        selfSigned = certificates.selfSigned();
        trust = certificates.trust();
    }

    @AfterAll
    static void forgetThem() {
        trust.close();
    }

    @AfterEach
    void stop() {
        List.of(server, tls, stripped, own).forEach(MailServer::close);
    }

    @Override
    String sinks() {
        String logIn = "username: reports, password: \"{{env:SMTP_PASSWORD}}\"";
        String one = "type: email, to: anna@example.com, from: reports@example.com";
        return String.join(
                "\n  ",
                "out: { %s, smtp: \"localhost:%d\", %s }".formatted(one, server.port(), logIn),
                "tls: { %s, smtp: \"localhost:%d\", tls: tls, %s }".formatted(one, tls.port(), logIn),
                "nobody: { %s, smtp: \"localhost:%d\", tls: none }".formatted(one, stripped.port()),
                "wrong: { %s, smtp: \"localhost:%d\", username: nobody, password: \"{{env:SMTP_PASSWORD}}\" }"
                        .formatted(one, server.port()),
                "stripped: { %s, smtp: \"localhost:%d\", %s }".formatted(one, stripped.port(), logIn),
                "own: { %s, smtp: \"localhost:%d\", %s }".formatted(one, own.port(), logIn),
                "box: { %s, outbox: %s }".formatted(one, folder.resolve("mails")));
    }

    @Override
    Wiring wiring() {
        return Wiring.forCheck(installation());
    }

    @Test
    void logsInAsTheSinkWouldAndSendsNothing() {
        assertThat(failure("out")).isNull();
        assertThat(failure("tls")).isNull();
        assertThat(server.passwords()).containsExactly(PASSWORD);
        assertThat(tls.passwords()).containsExactly(PASSWORD);
        assertThat(server.received()).isEmpty();
        assertThat(tls.received()).isEmpty();
    }

    @Test
    void logsInNowhereWithoutAUser() {
        assertThat(failure("nobody")).isNull();
        assertThat(stripped.passwords()).isEmpty();
    }

    @Test
    void saysThatTheLogInIsWrong() {
        assertThat(failure("wrong"))
                .isInstanceOf(DeliveryFailure.class)
                .hasMessage("the mail server does not accept the log-in; check username and password");
    }

    @Test
    void tellsThePasswordToNobodyWhoCannotProveWhoHeIs() {
        assertThat(failure("stripped")).hasMessageContaining("offers no STARTTLS");
        assertThat(failure("own")).hasMessageContaining("could not prove who it is");
        assertThat(stripped.passwords()).isEmpty();
        assertThat(own.passwords()).isEmpty();
    }

    @Test
    void triesTheOutboxInPlaceOfAServer() {
        assertThat(failure("box")).isNull();
        assertThat(folder.resolve("mails")).doesNotExist();
    }

    private Throwable failure(String sink) {
        Exchange tried = send("direct:probe-" + sink, null, Map.of());
        return tried.getException();
    }
}
