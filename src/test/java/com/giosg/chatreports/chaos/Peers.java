package com.giosg.chatreports.chaos;

import com.giosg.chatreports.route.MailServer;
import com.giosg.chatreports.route.SftpServer;
import com.giosg.chatreports.simulator.Simulator;
import com.giosg.chatreports.simulator.SimulatorSettings;
import com.giosg.chatreports.simulator.fault.Fault;
import com.giosg.chatreports.simulator.world.Organizations;
import com.giosg.chatreports.tls.TestCertificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Everybody whom the application speaks with, on this machine: the API, and a receiver for each kind of sink. */
final class Peers implements AutoCloseable {

    static final List<String> REPORTS = List.of("first", "second");
    static final List<String> SINKS = List.of("archive", "drop", "inbox", "leads", "bus");

    /** None is forgotten, however long the trial takes. */
    private static final int MOST_MESSAGES = 100_000;

    private final Path folder;
    private final Duration every;
    private final TestCertificates certificates;
    final Simulator simulator;
    final MailServer mails;
    final SftpServer sftp;

    /**
     * Starts all of them.
     *
     * @param every from one due instant of a report to its next one
     */
    Peers(Path folder, Duration every) throws IOException, GeneralSecurityException {
        this.folder = folder;
        this.every = every;
        this.certificates = TestCertificates.in(Files.createDirectories(folder.resolve("keys")));
        this.simulator = Simulator.start(SimulatorSettings.defaults().withInboxLimit(MOST_MESSAGES));
        this.mails = MailServer.withStartTls(certificates.valid());
        Files.createDirectories(drop());
        this.sftp = new SftpServer(folder.resolve("partner")).start();
        Files.writeString(folder.resolve("known_hosts"), sftp.knownHosts());
    }

    Duration every() {
        return every;
    }

    /** From now on each answer has so many rows, so that the artifacts of two runs are seldom the same. */
    void answerWith(int rows) {
        simulator.faults().clear();
        simulator.faults().add(Fault.parse("path=chat_sessions,subjects=25,rows=" + rows));
    }

    /** The folders in which only finished files may be seen. */
    List<Path> finished() {
        return List.of(archive(), drop(), bus());
    }

    Path archive() {
        return folder.resolve("archive");
    }

    Path drop() {
        return folder.resolve("partner/incoming");
    }

    Path bus() {
        return folder.resolve("bus");
    }

    Map<String, String> environment() {
        return Map.of(
                "TOKEN", Organizations.ACME.token(),
                "INBOX", SimulatorSettings.INBOX_TOKEN,
                "SFTP", SftpServer.PASSWORD,
                "SMTP", MailServer.PASSWORD);
    }

    /** For the JVM of the application. */
    List<String> trust() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + certificates.trustStore(),
                "-Djavax.net.ssl.trustStorePassword=" + TestCertificates.PASSWORD);
    }

    String configuration() {
        String report = """
                %s: { every: %ds, catch-up: all, time-zone: Europe/Helsinki, window: "2026-10-01..2026-10-09", granularity: hour,
                    scopes: [user], fill: false, metrics: [real-chats, messages-in-real-chats], sinks: [%s] }""";
        return """
                api: { url: "%1$s", directory-url: "%1$s", token: "{{env:TOKEN}}" }
                organizations: { acme: { id: %2$s } }
                reports:
                  %3$s
                  %4$s
                sinks:
                  archive: { type: file, directory: "%5$s" }
                  drop: { type: sftp, host: 127.0.0.1, port: %6$d, username: acme, password: "{{env:SFTP}}",
                      known-hosts-file: "%7$s", directory: /incoming }
                  inbox: { type: http, url: "%1$s/inbox/rows", token: "{{env:INBOX}}", batch: 2000 }
                  leads: { type: email, smtp: "127.0.0.1:%8$d", username: %9$s, password: "{{env:SMTP}}",
                      from: reports@example.com, to: leads@example.com, attach: [csv] }
                  bus: { type: endpoint, uri: "file:%10$s?fileExist=TryRename&tempPrefix=.part-" }
                """.formatted(
                        simulator.url(),
                        Organizations.ACME.id(),
                        report.formatted(REPORTS.get(0), every.toSeconds(), String.join(", ", SINKS)),
                        report.formatted(REPORTS.get(1), every.toSeconds(), String.join(", ", SINKS)),
                        archive(),
                        sftp.port(),
                        folder.resolve("known_hosts"),
                        mails.port(),
                        MailServer.USER,
                        bus());
    }

    @Override
    public void close() {
        sftp.close();
        mails.close();
        simulator.close();
    }
}
