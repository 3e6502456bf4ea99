package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import jakarta.mail.BodyPart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A report as a mail, from the command line to the folder that it is written into, or to a server that is not there. */
class MailJourneyTest extends SimulatedJourney {

    private static final Organization ACME = Organizations.ACME;
    private static final String NAME = "weekly-acme-2026-10-26_2026-11-01";

    @Test
    void theMailShowsTheFiguresThatTheFilesHold() throws Exception {
        Journey.Outcome outcome =
                run("mails: { type: email, to: \"{recipients}\", from: reports@example.com, outbox: \"%s\","
                                .formatted(folder.resolve("out"))
                        + " subject: \"{organization}, {window}\", attach: [csv, json], delimiter: \";\" }");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        MimeMessage mail = read(folder.resolve("out").resolve(NAME + ".eml"));
        assertThat(mail.getSubject()).isEqualTo("Ännä & Co, 26 Oct – 1 Nov 2026");
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("a@example.com", "b@example.com");
        assertThat(mail.getSentDate()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(names(parts)).containsExactly(null, NAME + ".csv", NAME + ".json");
        long chats = text(parts.getBodyPart(1))
                .lines()
                .map(line -> line.split(";", -1))
                .filter(cells -> Arrays.asList(cells).containsAll(List.of("real-chats", "org")))
                .mapToLong(cells -> Long.parseLong(cells[9]))
                .sum();
        assertThat(chats).isPositive();
        String body = text(((MimeMultipart) parts.getBodyPart(0).getContent()).getBodyPart(0));
        assertThat(body)
                .containsPattern("Real chats +%,d  chats".formatted(chats))
                .contains("Chats of Ännä & Co".toUpperCase(Locale.ROOT));
        assertThat(artifacts()).containsExactly(NAME + ".eml");
        Canary.assertNowhere(ACME.token(), outcome, folder);
    }

    @Test
    void aServerThatIsNotThereFailsTheDeliveryInWords() throws Exception {
        Journey.Outcome outcome = run(
                "mails: { type: email, to: \"{recipients}\", from: reports@example.com, smtp: \"localhost:%d\", username: reports, password: \"{{env:SMTP_PASSWORD}}\" }"
                        .formatted(freePort()));

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err())
                .contains("weekly of acme, sink mails: no connection to localhost:")
                .contains("Connection refused; check smtp and that the server runs. Next: ");
        Canary.assertNowhere("canary-password", outcome, folder);
    }

    private Journey.Outcome run(String sink) throws IOException {
        Journey journey = new Journey(
                folder,
                Map.of("TOKEN", ACME.token(), "SMTP_PASSWORD", "canary-password"),
                () -> Instant.parse("2026-11-22T00:00:00Z"));
        return journey.run("""
                api: { url: "%s", token: "{{env:TOKEN}}" }
                organizations:
                  acme: { id: %s, name: Ännä & Co, recipients: [a@example.com, b@example.com] }
                reports:
                  weekly:
                    title: Chats of {organization}
                    window: 2026-10-26..2026-11-01
                    time-zone: Europe/Helsinki
                    scopes: [org, team]
                    metrics: [real-chats, sales-in-real-chats]
                    sinks: mails
                sinks:
                  %s
                """.formatted(simulator.url(), ACME.id(), sink), "weekly");
    }

    /** Nobody listens there. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private List<String> artifacts() throws IOException {
        return Canary.files(folder.resolve("data")).stream()
                .filter(file -> file.getParent().endsWith("artifacts/mails"))
                .map(file -> file.getFileName().toString())
                .toList();
    }

    private static MimeMessage read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            return new MimeMessage((Session) null, in);
        }
    }

    private static List<String> names(MimeMultipart parts) throws Exception {
        List<String> names = new ArrayList<>();
        for (int index = 0; index < parts.getCount(); index++) {
            names.add(parts.getBodyPart(index).getFileName());
        }
        return names;
    }

    private static String text(BodyPart part) throws Exception {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
