package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.request.FailureKind;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.security.cert.CertificateExpiredException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which failures of sinks are worth another try in a while, whatever the protocol. */
class PassingCausesTest {

    static Stream<Exception> passing() {
        return Stream.of(
                new UnknownHostException("receiver.invalid"),
                new ConnectException("Connection refused"),
                new SocketTimeoutException("Read timed out"),
                new SocketException("Connection reset"),
                new FileSystemException("report.csv", null, "No space left on device"),
                new IOException("Disk quota exceeded"),
                http(503),
                http(429),
                new PassingFileFailure("the disk is full", Passing.YES),
                HttpFailures.of(new SocketTimeoutException("Read timed out")),
                HttpFailures.of(handshake(new SocketException("Connection reset"))));
    }

    static Stream<Exception> lasting() {
        return Stream.of(
                new AccessDeniedException("report.csv"),
                new FileSystemException("report.csv", null, "Read-only file system"),
                new GenericFileOperationFailedException("there is already a file report.csv"),
                new IllegalArgumentException("unknown"),
                http(401),
                http(400),
                http(302),
                new DeliveryFailure("the server takes no mail from this sender"));
    }

    private static Exception http(int status) {
        return new HttpOperationFailedException("http://127.0.0.1", status, "", null, Map.of(), "");
    }

    private static Exception handshake(Exception cause) {
        SSLHandshakeException failure = new SSLHandshakeException("handshake");
        failure.initCause(cause);
        return failure;
    }

    @ParameterizedTest
    @MethodSource
    void passing(Exception thrown) {
        assertThat(PassingCauses.mayPass(thrown)).isTrue();
        assertThat(PassingCauses.mayPass(new CamelExecutionException("wrapped", null, thrown)))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource
    void lasting(Exception thrown) {
        assertThat(PassingCauses.mayPass(thrown)).isFalse();
    }

    /** Nobody mends that within seconds. */
    static Stream<Exception> notSoon() {
        return Stream.of(
                handshake(new CertificateExpiredException("yesterday")),
                HttpFailures.of(handshake(new CertificateExpiredException("yesterday"))),
                new SocketTimeoutException("Read timed out"));
    }

    @ParameterizedTest
    @MethodSource
    void notSoon(Exception thrown) {
        assertThat(PassingCauses.mayPass(thrown)).isTrue();
        assertThat(PassingCauses.mayPassSoon(thrown)).isFalse();
        assertThat(PassingCauses.isUncertain(thrown)).isFalse();
    }

    static Stream<Exception> beforeConnection() {
        return Stream.of(
                new UnknownHostException("receiver.invalid"),
                new NoRouteToHostException("No route to host"),
                new ConnectException("Connection refused"),
                new ConnectTimeoutException("Connect timed out"));
    }

    @ParameterizedTest
    @MethodSource
    void beforeConnection(Exception thrown) {
        assertThat(HttpFailures.of(thrown).passing().uncertain()).isFalse();
        assertThat(MailCauses.passing(List.of(new MessagingException("x", thrown), thrown))
                        .uncertain())
                .isFalse();
        assertThat(Causes.of(thrown).kind()).isEqualTo(FailureKind.UNREACHABLE);
    }

    @Test
    void onceThereWasAConnectionItMayHaveArrived() {
        assertThat(HttpFailures.of(new SocketException("Connection reset"))
                        .passing()
                        .uncertain())
                .isTrue();
    }

    static Stream<List<Throwable>> mails() {
        return Stream.of(
                List.of(new MessagingException("x", null), new ConnectException("Connection refused")),
                List.of(new MessagingException("Could not connect to SMTP host: mail, port: 25, response: 421")),
                List.of(new MessagingException("Got bad greeting from SMTP host: mail, port: 25, response: [EOF]")),
                List.of(
                        new MessagingException("x"),
                        new SSLException("x", new AEADBadTagException("Tag mismatch!")),
                        new AEADBadTagException("Tag mismatch!")),
                List.of(new AuthenticationFailedException("[EOF]")),
                List.of(new AuthenticationFailedException(""), new SocketException("Connection reset")));
    }

    @Test
    void aSocketThatTheMailLibraryHasClosedItselfIsATimeOut() {
        List<Throwable> chain = List.of(new MessagingException("x"), new SocketException("Socket closed"));

        assertThat(MailCauses.words(chain))
                .isEqualTo("the mail server did not take the mail within write-timeout; try later, or raise it");
        assertThat(MailCauses.passing(chain).soon()).isFalse();
    }

    @Test
    void aMailMayHaveBeenTakenOnlyOnceTheServerHadLetUsIn() {
        assertThat(MailCauses.passing(List.of(new MessagingException("[EOF]"))).uncertain())
                .isTrue();
        assertThat(MailCauses.passing(
                                List.of(new MessagingException("x"), new SocketTimeoutException("Read timed out")))
                        .uncertain())
                .isTrue();
        assertThat(MailCauses.passing(List.of(new MessagingException("x"), new ConnectException("refused")))
                        .uncertain())
                .isFalse();
        assertThat(MailCauses.passing(List.of(new AuthenticationFailedException("[EOF]")))
                        .uncertain())
                .isFalse();
        assertThat(MailCauses.passing(List.of(
                                new MessagingException("greeting from SMTP host: m, port: 25, response: [EOF]")))
                        .uncertain())
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource
    void mails(List<Throwable> chain) {
        assertThat(MailCauses.passing(chain).uncertainIf(false)).isEqualTo(Passing.YES);
        assertThat(MailCauses.passing(List.of(new AuthenticationFailedException("535"))))
                .isEqualTo(Passing.NO);
    }
}
