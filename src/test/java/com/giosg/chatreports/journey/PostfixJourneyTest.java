package com.giosg.chatreports.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.giosg.chatreports.route.PostfixServer;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.world.Organization;
import com.giosg.chatreports.simulator.world.Organizations;
import com.giosg.chatreports.tls.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report by mail, from the command line through Postfix into its readers' mailbox. */
@Tag("chaos-short")
class PostfixJourneyTest {

    private static final Organization ACME = Organizations.ACME;
    private static final int MOST_BYTES = 200_000;

    @TempDir
    private Path folder;

    @TempDir
    private Path postfixFolder;

    private Simulator simulator;
    private PostfixServer postfix;
    private TestCertificates.Trust trust;

    @BeforeAll
    static void needsTheServer() {
        PostfixServer.assumeInstalled();
    }

    @BeforeEach
    void start() throws Exception {
        TestCertificates certificates = TestCertificates.in(Files.createDirectories(folder.resolve("keys")));
        trust = certificates.trust();
        simulator = Simulator.start(SimulatorSettings.defaults());
        postfix = new PostfixServer(postfixFolder).start(certificates, MOST_BYTES);
    }

    @AfterEach
    void stop() {
        postfix.close();
        simulator.close();
        trust.close();
    }

    @Test
    void everybodyGetsTheMailThatWasSealedAndNobodyLearnsOfBlindCopies() throws Exception {
        Journey.Outcome outcome = run(
                "real-chats", "to: [lead@example.com, team@example.com], bcc: boss@example.com, attach: [csv, xlsx]");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        await().until(() -> postfix.delivered().size() == 3);
        String sealed = Files.readString(sealed()).replace("\r\n", "\n");
        List<String> recipients = new ArrayList<>();
        for (Path delivered : postfix.delivered()) {
            String mail = Files.readString(delivered);
            // Above what was sent stands only the way that it took.
            assertThat(mail).endsWith(sealed);
            String way = mail.substring(0, mail.length() - sealed.length());
            assertThat(way).contains("with ESMTPS").contains("Return-Path: <reports@example.com>");
            recipients.add(way.replaceFirst("(?s).*Delivered-To: (\\S+).*", "$1"));
        }
        assertThat(recipients).containsExactlyInAnyOrder("lead@example.com", "team@example.com", "boss@example.com");
        assertThat(sealed).doesNotContain("boss@example.com");
        assertThat(ReceivedMail.of(Files.readAllBytes(postfix.delivered().get(0)))
                        .text())
                .contains("Real chats");
    }

    @Test
    void whoeverIsRefusedIsNamedAndTheOthersHaveTheMail() throws Exception {
        Journey.Outcome outcome = run("real-chats", "to: [lead@example.com, %s]".formatted(PostfixServer.NOBODY));

        assertThat(outcome.err()).contains(PostfixServer.NOBODY).contains("Access denied");
        await().until(() -> postfix.delivered().size() == 1);
        assertThat(Files.readString(postfix.delivered().get(0))).contains("Delivered-To: lead@example.com");
    }

    @Test
    void aMailThatIsTooLargeForItIsNamed() throws Exception {
        Journey.Outcome outcome = run("all", "to: lead@example.com, attach: [json, html, csv]");

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.err())
                .contains("weekly of acme, sink mails: ")
                .contains("the mail is too large for the server");
        assertThat(postfix.delivered()).isEmpty();
    }

    private Path sealed() throws IOException {
        return Canary.files(folder.resolve("data")).stream()
                .filter(file -> file.toString().endsWith(".eml"))
                .findFirst()
                .orElseThrow();
    }

    private Journey.Outcome run(String metrics, String settings) throws IOException {
        Journey journey =
                new Journey(folder, Map.of("TOKEN", ACME.token()), () -> Instant.parse("2026-11-22T00:00:00Z"));
        return journey.run("""
                api: { url: "%s", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %s, name: Acme Oy } }
                reports:
                  weekly: { window: 2026-10-26..2026-11-01, time-zone: Europe/Helsinki, scopes: [org, team, user], metrics: %s, sinks: mails }
                sinks:
                  mails: { type: email, smtp: "127.0.0.1:%d", from: reports@example.com, %s }
                """.formatted(simulator.url(), ACME.id(), metrics, postfix.port(), settings), "weekly");
    }
}
