package com.giosg.chatreports.route;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.giosg.chatreports.format.mail.Mail;
import com.giosg.chatreports.format.mail.MailFile;
import com.giosg.chatreports.route.MailServer.Received;
import com.giosg.chatreports.tls.TestCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The Kamelet {@code email-sink}, talking to mail servers on this machine. */
class EmailSinkTest extends RouteTestSupport {

    private static final String UNPROVEN =
            "the mail server could not prove who it is, so nothing was sent, not even the password: ";

    @TempDir
    static Path certificatesFolder;

    private static final ListAppender<ILoggingEvent> LOG = new ListAppender<>();

    private static TestCertificates.Trust trust;
    private static SSLContext valid;
    private static SSLContext expired;
    private static SSLContext elsewhere;
    private static SSLContext selfSigned;

    private final MailServer server = MailServer.withStartTls(valid);
    private final MailServer tls = MailServer.withTls(valid);
    private final MailServer stripped = MailServer.withoutTls();
    private final MailServer late = MailServer.withStartTls(expired);
    private final MailServer other = MailServer.withStartTls(elsewhere);
    private final MailServer own = MailServer.withStartTls(selfSigned);
    private final MailServer ownTls = MailServer.withTls(selfSigned);
    private final RawMailServer raw = rawServer(Map.of());
    private final RawMailServer silent = rawServer(Map.of("EHLO", ""));
    private final RawMailServer full = rawServer(Map.of("DATA.", "552 5.3.4 Message too big"));
    private Path mail;

    @BeforeAll
    static void makeCertificates() throws Exception {
        TestCertificates certificates = TestCertificates.in(certificatesFolder);
        valid = certificates.valid();
        expired = certificates.expired();
        elsewhere = certificates.ofAnotherHost();
        selfSigned = certificates.selfSigned();
        trust = certificates.trust();
        LOG.start();
        root().addAppender(LOG);
        root().setLevel(Level.DEBUG);
        server().setLevel(Level.OFF);
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    @AfterAll
    static void forgetThem() {
        trust.close();
        root().setLevel(Level.WARN);
        server().setLevel(null);
        root().detachAppender(LOG);
    }

    /** Whatever happened, and however much was logged by anybody but the servers. */
    @AfterEach
    void theLogHoldsNoSecret() {
        String encoded = Base64.getEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.US_ASCII));
        root().debug("so much is heard");
        assertThat(List.copyOf(LOG.list))
                .isNotEmpty()
                .extracting(ILoggingEvent::getFormattedMessage)
                .allSatisfy(message -> assertThat(message).doesNotContain(PASSWORD, encoded));
        LOG.list.clear();
    }

    private static RawMailServer rawServer(Map<String, String> answers) {
        try {
            return new RawMailServer(answers);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    String sinks() {
        String all =
                "to: [anna@example.com, '\"Bé, C\" <bert@example.com>'], cc: carl@example.com, bcc: dora@example.com";
        String logIn = "username: reports, password: \"{{env:SMTP_PASSWORD}}\"";
        String one = "type: email, to: anna@example.com, from: reports@example.com";
        return String.join(
                "\n  ",
                "out: { type: email, %s, from: reports@example.com, smtp: \"localhost:%d\", %s }"
                        .formatted(all, server.port(), logIn),
                "tls: { %s, smtp: \"localhost:%d\", tls: tls, %s }".formatted(one, tls.port(), logIn),
                "wrong: { %s, smtp: \"localhost:%d\", username: nobody, password: \"{{env:SMTP_PASSWORD}}\" }"
                        .formatted(one, server.port()),
                "stripped: { %s, smtp: \"localhost:%d\", %s }".formatted(one, stripped.port(), logIn),
                "late: { %s, smtp: \"localhost:%d\", %s }".formatted(one, late.port(), logIn),
                "other: { %s, smtp: \"localhost:%d\", %s }".formatted(one, other.port(), logIn),
                "own: { %s, smtp: \"localhost:%d\", %s }".formatted(one, own.port(), logIn),
                "own-tls: { %s, smtp: \"localhost:%d\", tls: tls, %s }".formatted(one, ownTls.port(), logIn),
                "too-early: { %s, smtp: \"localhost:%d\", tls: tls, %s }".formatted(one, server.port(), logIn),
                "plain: { %s, smtp: \"localhost:%d\", tls: none }".formatted(one, raw.port()),
                "insecure: { %s, smtp: \"localhost:%d\", tls: none, insecure: true, %s }"
                        .formatted(one, stripped.port(), logIn),
                "silent: { %s, smtp: \"localhost:%d\", tls: none, response-timeout: 500ms }"
                        .formatted(one, silent.port()),
                "deaf: { %s, smtp: \"localhost:%d\", write-timeout: 500ms, %s }".formatted(one, server.port(), logIn),
                "deaf-tls: { %s, smtp: \"localhost:%d\", tls: tls, write-timeout: 500ms, %s }"
                        .formatted(one, tls.port(), logIn),
                "deaf-plain: { %s, smtp: \"localhost:%d\", tls: none, write-timeout: 500ms }"
                        .formatted(one, stripped.port()),
                "full: { %s, smtp: \"localhost:%d\", tls: none }".formatted(one, full.port()),
                "nobody: { %s, smtp: \"localhost:%d\", tls: none }".formatted(one, freePort()),
                "nowhere: { %s, smtp: \"no-such-host.invalid:25\" }".formatted(one),
                "many: { type: email, to: \"{recipients}\", from: reports@example.com, smtp: \"localhost:%d\", tls: none }"
                        .formatted(raw.port()),
                "box: { %s, outbox: \"%s\" }".formatted(one, folder.resolve("out")),
                "blocked: { %s, outbox: \"%s/a-file\" }".formatted(one, folder));
    }

    /** Nobody listens there. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Servers log what they are told. */
    private static Logger server() {
        return (Logger) LoggerFactory.getLogger("org.subethamail");
    }

    @BeforeEach
    void writeTheMail() throws IOException {
        mail = folder.resolve("mail.eml");
        Path attachment = Files.writeString(folder.resolve("figures.csv"), "a,b\r\n.\r\n..\r\n1,2\r\n".repeat(1000));
        MailFile.write(
                new Mail(
                        "r1.out@example.com",
                        ZonedDateTime.parse("2020-11-02T07:30:00+02:00"),
                        "Reports <reports@example.com>",
                        "anna@example.com, \"Bé, C\" <bert@example.com>",
                        "carl@example.com",
                        "Chats – last week",
                        ".\nleading dots\n..\n",
                        "<p>Ünïcödé</p>",
                        List.of(),
                        List.of(new Mail.Attachment(attachment, "text/csv; charset=utf-8"))),
                mail);
    }

    @AfterEach
    void stopTheServers() throws Exception {
        Stream.of(server, tls, stripped, late, other, own, ownTls).forEach(MailServer::close);
        raw.close();
        silent.close();
        full.close();
    }

    @Test
    void everybodyGetsTheMailByteForByteAndNobodyLearnsOfBlindCopies() throws IOException {
        Exchange exchange = deliver("out");

        assertThat(server.received()).hasSize(1);
        Received received = server.received().get(0);
        assertThat(received.bytes()).isEqualTo(Files.readAllBytes(mail));
        assertThat(received.from()).isEqualTo("reports@example.com");
        assertThat(received.to())
                .containsExactly("anna@example.com", "bert@example.com", "carl@example.com", "dora@example.com");
        assertThat(Files.readString(mail)).doesNotContain("dora").doesNotContainIgnoringCase("bcc");
        assertThat(server.passwords()).containsExactly(PASSWORD);
        assertThat(exchange.getVariable("receipt"))
                .isEqualTo(
                        "<r1.out@example.com> to anna@example.com, bert@example.com, carl@example.com, dora@example.com");
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
    }

    @Test
    void whatIsSentAgainIsTheSame() {
        deliver("out");
        deliver("out");

        assertThat(server.received()).hasSize(2);
        assertThat(server.received().get(0).bytes())
                .isEqualTo(server.received().get(1).bytes());
    }

    @Test
    void tlsFromTheFirstByteWorksToo() {
        deliver("tls");

        assertThat(tls.received()).hasSize(1);
        assertThat(tls.passwords()).containsExactly(PASSWORD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        late     | its certificate has expired (NotAfter: | its owner has to renew it
        other    | its certificate is for another host (No subject alternative DNS name matching localhost found.); | check smtp
        own      | this machine trusts nobody who vouches for its certificate; | JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE
        own-tls  | this machine trusts nobody who vouches for its certificate; | JAVA_OPTS=-Djavax.net.ssl.trustStore=FILE
        """)
    void aServerThatCannotProveWhoItIsGetsNoSecret(String sink, String cause, String nextMove) {
        assertThat(failure(sink)).startsWith(UNPROVEN + cause).endsWith(nextMove);
        assertNothingArrived();
    }

    @Test
    void aServerWithoutStartTlsGetsNoSecret() {
        assertThat(failure("stripped"))
                .isEqualTo("the mail server offers no STARTTLS, so nothing was sent, not even the password;"
                        + " check smtp, or use tls: tls with the port for it, often 465");
        assertNothingArrived();
    }

    @Test
    void aServerThatDoesNotSpeakTlsAtOnceIsNamed() {
        assertThat(failure("too-early"))
                .startsWith("no encrypted connection to the mail server (")
                .endsWith("starttls is usual for port 587, tls for 465");
        assertNothingArrived();
    }

    private void assertNothingArrived() {
        assertThat(Stream.of(server, tls, stripped, late, other, own, ownTls))
                .allSatisfy(each -> assertThat(each.passwords()).isEmpty())
                .allSatisfy(each -> assertThat(each.received()).isEmpty());
    }

    @Test
    void plainConnectionsNeedToBeAskedFor() {
        deliver("insecure");

        assertThat(stripped.passwords()).containsExactly(PASSWORD);
        assertThat(stripped.received()).hasSize(1);
    }

    @Test
    void aWrongLogInIsSaidWithoutWhatTheServerSaid() {
        assertThat(failure("wrong"))
                .isEqualTo("the mail server does not accept the log-in; check username and password");
        assertThat(server.received()).isEmpty();
    }

    @Test
    void whoeverIsRefusedIsToldApartAndNobodyGetsTheMailTwice() {
        server.refuse("bert@example.com", 550, "5.1.1 No such user")
                .refuse("dora@example.com", 452, "4.2.2 Mailbox full");

        assertThat(failure("out"))
                .isEqualTo("sent to anna@example.com, carl@example.com, but the server refused"
                        + " bert@example.com (550 5.1.1 No such user); dora@example.com (452 4.2.2 Mailbox full)."
                        + " Check these addresses; whoever got the mail is not sent it again");

        server.acceptEverybody();
        deliver("out");

        assertThat(server.received())
                .extracting(Received::to)
                .containsExactly(
                        List.of("anna@example.com", "carl@example.com"),
                        List.of("bert@example.com", "dora@example.com"));
    }

    @Test
    void whereEverybodyIsRefusedNothingIsSent() {
        Stream.of("anna", "bert", "carl", "dora")
                .forEach(name -> server.refuse(name + "@example.com", 554, "5.7.1 Relay access denied"));

        assertThat(failure("out"))
                .startsWith("the server refused every recipient: anna@example.com (554 5.7.1 Relay access denied); ")
                .endsWith("Check the addresses");
        assertThat(server.received()).isEmpty();

        server.acceptEverybody();
        deliver("out");
        assertThat(server.received().get(0).to()).hasSize(4);
    }

    @Test
    void aSenderThatIsNotTakenIsNamed() {
        server.refuse("reports@example.com", 553, "5.7.1 Sender not owned by user");

        assertThat(failure("out"))
                .isEqualTo("the mail server takes no mail from this sender (553 5.7.1 Sender not owned by user);"
                        + " check from and the log-in");
    }

    @Test
    void aMailThatIsTooLargeIsNamed() {
        assertThat(failure("full"))
                .isEqualTo("the mail is too large for the server (552 5.3.4 Message too big);"
                        + " attach less, or deliver the files with another sink");
    }

    @Test
    void aServerThatHangsIsGivenUp() {
        assertThat(failure("silent"))
                .isEqualTo(
                        "the mail server did not answer in time; try later, or raise connect-timeout, response-timeout or"
                                + " write-timeout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"deaf", "deaf-tls", "deaf-plain"})
    @Timeout(60)
    void aServerThatStopsReadingInTheMiddleOfAMailIsGivenUp(String sink) throws IOException {
        Stream.of(server, tls, stripped).forEach(MailServer::stopReading);
        Files.writeString(mail, "Subject: more than fits on the way\r\n\r\n" + "figures\r\n".repeat(4 << 20));

        assertThat(failure(sink))
                .isEqualTo("the mail server did not take the mail within write-timeout; try later, or raise it");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        assertThat(failure("nobody")).startsWith("no connection to localhost:").contains("Connection refused");
        assertThat(failure("nowhere")).isEqualTo("the host of no-such-host.invalid:25 is not known; check smtp");
    }

    @Test
    void noHeaderChangesWhereAMailGoesOrWhatItSays() throws IOException {
        Map<String, Object> headers = new HashMap<>(Map.of(
                "To", "evil@example.com",
                "Bcc", "evil@example.com",
                "Subject", "evil",
                "mail.smtp.host", "evil.example.com",
                "mail.smtp.from", "evil@example.com",
                "mail.smtp.starttls.required", "false",
                "mail.smtps.port", "1"));
        Exchange exchange = send("direct:sink-out", filled -> {
            fill(filled);
            filled.getMessage().setHeaders(headers);
        });

        assertThat(exchange.getException()).isNull();
        assertThat(server.received()).hasSize(1);
        assertThat(server.received().get(0).from()).isEqualTo("reports@example.com");
        assertThat(server.received().get(0).to()).hasSize(4).doesNotContain("evil@example.com");
        assertThat(server.received().get(0).bytes()).isEqualTo(Files.readAllBytes(mail));
    }

    @Test
    void recipientsOfTheOrganizationTravelAsAVariable() {
        Exchange exchange = send("direct:sink-many", filled -> {
            fill(filled);
            filled.setVariable("settings", Map.of("to", "eve@example.com,Fö O'Hara <fay@example.com>"));
        });

        assertThat(exchange.getException()).isNull();
        assertThat(raw.lines()).contains("RCPT TO:<eve@example.com>", "RCPT TO:<fay@example.com>");
    }

    @Test
    void anOutboxGetsTheMailAsAFileThatOnlyItsOwnerReads() throws IOException {
        Exchange exchange = deliver("box");

        Path file = folder.resolve("out/weekly.eml");
        assertThat(file).hasSameBinaryContentAs(mail);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(exchange.getVariable("receipt")).isEqualTo(file.toString());
        assertThat(exchange.getMessage().getHeaders()).isEmpty();
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void anOutboxThatIsNoFolderIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "not a folder");

        assertThat(failure("blocked")).isEqualTo(file + " is not a folder");
    }

    private Exchange deliver(String sink) {
        Exchange exchange = send("direct:sink-" + sink, this::fill);
        assertThat(exchange.getException()).isNull();
        return exchange;
    }

    private void fill(Exchange exchange) {
        exchange.getMessage().setBody(mail.toFile());
        exchange.setVariable("fileName", "weekly.eml");
        exchange.setVariable("settings", Map.of());
    }

    /** In the words of the log and the ledger. */
    private String failure(String sink) {
        Exchange exchange = send("direct:sink-" + sink, this::fill);
        assertThat(exchange.getException()).isNotNull();
        String words = SinkCauses.words(exchange.getException());
        assertThat(words).hasLineCount(1).doesNotContain(PASSWORD);
        return words;
    }
}
